/**
 * Given names that nearly always belong to men, or to women: "Maria" → feminine. Lower case, without accents.
 * Facts gathered from public lists of office holders (names borne by one gender in at least 95 %) and general knowledge;
 * names that both bear (Kim, Robin, Andrea) are left out.
 */

export type Gender = 'masculine' | 'feminine'

const masculine = new Set(`
aaron abdel abdelaziz abdul abdulaziz abdulla abdullah abdurrahman abu adam adel adrian adrien ahmad ahmed akbar akira akram alain alan
alasdair alastair albert alberto aldo alec alejandro aleksandar aleksander aleksandr aleksei aleksey alessandro alex alexander alexandre
alexei alexey alfonso alfred alfredo ali alistair allan allen alon alun amar amin amir amnon anand anatolii anatoliy anatoly anders andras
andre andreas andrei andrej andrejs andres andrew andrey andrii andriy andrzej andy angelo angus anil anthony antoine anton antonin
antonio antony anvar anwar ariel arjun arkady armando arnaud arnold arsen art artem arthur artur arturo arvind aryeh asad ashok ashraf
aslan atif attila augusto aung aurelien austin avi avraham axel ayman aziz barney barry bart bashar bashir basil bassam bastien ben
benedict benigno benito benjamin benny benoit bernard bernardo bernd bernie bertrand bill billy bjorn blake bob bobby bogdan bohdan boris
borys boyko brad bradley brandon brendan brett brian brice bruce bruno bryan byron caleb cameron carl carlo carlos cecil cedric cesar chad
charles chester chip christian christoph christophe christopher chuck clarence clark claude claudio clay clemens cliff clive cody colin
conor corneliu cory craig cristian cristiano csaba curt curtis cyril dale damian damien dan daniel danilo danny dario darrell darren dave
david davide davyd dean deepak denis dennis denny denys derek derrick desmond dick didier diego dieter dimitar dimitri dimitris dinesh
dirk dmitri dmitriy dmitry dmytro dominic dominick dominik don donald donnie doug douglas drew dumitru duncan dylan earl eddie edgar
edmond edmund edouard eduard eduardo edward edwin ehud eitan elias elie eliezer eliot eliyahu elliot emil emiliano emmanuel enrico enrique
eric erik ernest ernesto ernie ernst ervin erwin esteban ethan etienne eugene eugenio evan evgeniy evgeny ezequiel fabian fabien fabio
fabrice fadi fahad faisal farid farooq farouk fedir felipe felix ferdinand fernando fidel filip florent florian floyd francesco francis
francisco franck franco francois frank franklin frantisek franz fraser fred frederic frederick frederik fredrik friedrich fritz fumio
gabor gabriel gareth garry gary gaston gavin gennadiy gennady gennaro geoff geoffrey georg george georges georgi georgios georgiy georgy
gerald gerard gerhard german gerry ghislain gianluca gianluigi gianni gil gilbert gilberto giles gilles giorgi giorgio giorgos giovanni
giuseppe gleb glen glenn gonzalo goran gordon graham grant greg gregg gregoire gregory grigory grzegorz guennady guido guillaume guillermo
gus gustav gustavo guy haim hal hamad hamid hamza hans harald haris harold harry harvey hasan hassan hector heinrich heinz helmut hendrik
hennadii hennadiy henri henry heorhii herbert herman hernan herve hiroshi holger horst hossein howard hryhorii hryhoriy hubert hugh hugo
hugues humberto huseyin hussain hussein huw iain ian ibrahim ignacio igor ihor ilan ildar ilham ilya imran imre inaki ioan ion iqbal irek
isaac ismail issa istvan ivan ivo ivor jaap jack jacob jacques jaime jair jake jakob jalal jamal james janos jared jaroslav jason javad
javed javier jay jeb jeff jeffrey jens jeremy jerome jerry jerzy jesse jesus jim jimmy jiri joachim joao joaquin joe joel joerg joey johan
johann johannes john johnny jon jonas jonathan jordi jorg jorge jose josef josep joseph josh joshua josip jozsef juan juergen julian
julien julio jun junichiro jurgen jurij justin kamal karim karl karol kazuo keir keith ken kenji kenneth kenny kent kevin khaled khalid
khalil kimmo kirill kirk kjell klaus kofi konrad konstantin konstantinos kostiantyn kris krzysztof kumar kurt kyle kyrylo lance larry lars
laszlo laurent lavrenty lawrence leandro len leo leon leonard leonardo leonid leopold leopoldo leroy les lester lev levi liam lincoln lino
linus lionel lloyd loic lorenzo lothar lou louie louis luc luca lucas luciano lucien ludovic ludwig luigi luis luiz lukas luke maciej
maged magnus magomed mahdi mahmood mahmoud mahmud majid maksim maksym malcolm malik manfred manmohan manoj manuel marat marc marcel
marcelo marco marcos marcus marek marian mariano mario marius mark marko markus marlon martin marty martyn marvin masoud massimo mateusz
mathieu matias matt matteo matthew matthias matthieu maurice mauricio maurizio mauro max maxim maxime maximilian mehdi mehmet meir mel
michael michail michel mick mickael mickey miguel mihai mikael mike mikhail milan milos milton mirko miroslav mitch mitt mladen mo mohamad
mohamed mohammad mohammed mohan mordechai morten moshe mounir muammar muhammad muhammadu mukesh mukharbek murat murray musa mustafa
mustapha mykhailo mykhaylo mykola nabil naftali narendra naser nasir nasser nate nathan nathaniel navid neal ned neil nelson nestor
nicholas nick nickolay nicolae nicolas nicolay niels nigel nikita nikola nikolai nikolay nikos nils nissim noah nobuo noel norbert norman
nuno nuri octavio ofer ofir olaf oleg oleh oleksandr oleksii oleksiy olexander olexandr oliver olivier omar orest osama oscar osman ostap
otto ousmane owen pablo paddy paolo pascal patricio patrick paul paulo pavel pavlo pawel pedro per perry pervez petar pete peter petr
petro petros phil philip philippe piero pierre piers piotr prakash prayut pyotr qasem quentin rafael rafiq rahul raj rajesh rajiv rajnath
ralph ram ramesh ramiro ramon ramzan randolph randy raphael rashid raul ravi ray rayan raymond recep reggie reginald regis reinhard
reinhold remi renato renaud rene reza ric ricardo riccardo rich richard rick rinat rob robert roberto rocco rod roderick rodney rodolfo
rodrigo roger roland rolf romain roman romano ron ronald ronaldo roni ronnie ronny ross rostyslav roy ruben rudolf rudolph rudy rupert
ruslan russ russell rustem ryan ryszard saad saddam saeed said salah salim salman salvador salvatore sam samir samuel sanjay santiago
satoshi saul sayed scott sean sebastian sebastien seif selim serge sergei sergey sergio sergiy serguey serhii serhij serhiy seth shah
shane shawn shehbaz shigeru shimon shinzo shlomo sigmar silvio simon slobodan solomon sonny spencer stan stanislas stanislav stanley
stefan stefano steffen stepan stephan stephane stephen steve steven stewart stuart sultan suresh sven svyatoslav syed sylvain tadeusz
tahir taku tamim taras tarek tariq taro ted teodoro terence theo theodore thiago thibaut thierry thilo thomas thorsten tiago tibor tim
timo timothy timur tobias toby todd tom tomas tomasz tommy tony toomas torsten toshio travis trent trevor troy tudor tyler ulrich umar
umberto uri uwe uzi vaclav vadim vadym valentin valentyn valerii valeriu valeriy valery van vasiliy vasily vasyl vern vernon viacheslav
victor vijay vikram viktor vince vincent vincenzo vinod vishal vitali vitalii vitaliy vitaly vjatsjeslav vladimir vladislav vladyslav
vojislav volker volodymyr vyacheslav wagner waleed walid wallace walter warren wasyl wayne werner wes wesley wilfried wilhelm will willem
willi william willie willy wladimir wolfgang xavier yaakov yahya yair yann yannick yannis yaroslav yasser yasuo yegor yehiel yehor yehuda
yevgeny yevhen yevheniy yigal yitzhak yoav yosef yoshihide yoshiro yossi youssef yousuf yukio yuri yurii yuriy yury yusuf yvan yves yvon
zachary zack zaw zbigniew zeljko ziad zine zoran zsolt zvi
`.trim().split(/\s+/))

const feminine = new Set(`
aaliyah abby abigail ada adela adele adriana adrienne agata agnes agnieszka aicha aida aisha aishwarya akiko alba alejandra aleksandra
alena alessandra alexa alexandra alice alicia alina aline alisha alison alix aliza alla allison alma alyona alyson alyssa amal amanda
amber amelia amelie amina amira amna amy ana anabel anastasia anat andi andree andreea andreja anette angela angele angelica angelika
angelina angelique angie anita anja anjali anke ann anna annabel annalena anne annegret anneke anneliese annette annick annie annika antje
antoinette antonella antonia antonina anya april arlene arlette asma astrid asuncion aude audrey aung-san aurelie aurore ayaka ayelet
ayesha aynur azadeh barbara bea beata beatrice beatriz becca becky begum belinda benazir benedicte berangere bernadette bertha bessie beth
bethany betsy betty beverley beverly bianca birgit blanca bonnie brenda brianna bridget brigitte britta brittany bryony camila camilla
candy carina carine carla carlie carmela carmen carol carole carolina caroline carolyn carrie cat catalina catarina catherine cathy cecile
cecilia celeste celia celine chandrika chantal charlene charlotte cheri cherie cheryl chiara chloe chrissy christa christelle christiane
christina christine christy cindy claire clara claudia claudie claudine clotilde colette colleen connie constance consuelo cora cordelia
corinne cornelia cristina cynthia dagmar daisy dalia daniela daniele danielle daphne darla dawn deb debbie deborah debra deidre delia
delphine denisa denise diana diane dianna dianne dilma dina dolores donna dora doreen doris dorit dorothea dorothy dunja edit edita edith
edna edwige eileen ekaterina elaine eleanor elena eleni eleonora eleonore eliane elina elisa elisabeth elise eliza elizabeth elke ella
ellen ellie elmira elsa elvira emilia emilie emily emine emma emmanuelle erica erika erin ernestine esra estelle esther eti eugenia eva
evangeline eve evelyn evelyne ewa fabienne faith fanny farida fatemeh fatiha fatima fatma fatou federica felicia fernanda fiona fleur
florence florencia france frances francesca francine francoise franziska frederique freya frida gabriela gabriella gabrielle gaelle gail
galina galit gayle genevieve georgia georgina geraldine gertrude ghislaine gila gillian gina ginger ginny giorgia giovanna gisela gisele
giulia giuliana gladys glenda glenys gloria grace graciela greta gretchen guadalupe gudrun gulnara gwen gwyneth hala halima halyna hanna
hannah harriet hazel heather heidi heike helen helena helene helga hilary hilda hillary hina holly hope huguette ida ileana ilse iman
imane imelda ina ines inese inga inge ingrid ingrida inna irena irene irina irine iris iryna isabel isabela isabella isabelle isobel ivana
ivanka ivy iwona jacinda jackie jacqueline jacqui jamila jane janet janice janine janis jasmin jasmine jeanette jeanine jeanne jeannine
jen jenna jennie jennifer jenny jessica jessie jill jo joan joana joann joanna joanne jocelyn jocelyne jodie joelle johanna jordana
josefina josephine josette josiane josie joy joyce juana juanita judi judit judith judy julia juliana juliane julianna julie juliette june
justine kaja kamala kara karen karin karina karine karla kasia katarina kate katerina kateryna katharina katherine kathleen kathrin
kathryn kathy katie katja katrin katrina katy kay kayla keiko kelli kendra keri kerstin khadija kimberly kira kirsten kirstjen kirsty
klara krista kristalina kristen kristi kristin kristina kseniya kyrsten laetitia lana lara larisa larissa larysa latoya laura laure lauren
lea leah leena leila lena leonie lesia lesley lesya leticia leyla lia liana liliana liliane lily limor lina linda lindsay lindsey lisa
lisbeth lise liudmila liudmyla liz lois lola lora loretta lori lorna lorraine lotte louisa louise luana lucia luciana lucie lucille
lucinda lucy luisa lupe lydia lydie lynda lynn lynne lyubov lyudmila mabel madeleine madonna mae maeve magdalena maggie malala malia
malika mandy manon manuela mara marcela marcia margaret margarethe margarita margot margrethe marguerite mari maria mariam mariana
marianna marianne maribel marie marielle marietta mariia marija marijana marilyn marina marine marion marisa marisol marissa mariya
marjolaine marjorie marlene marta martha martina martine mary maryam maryline maryna maryse maryvonne masako mathilde matilda maud maura
maureen maxine maya meg megan meghan mei meirav melania melanie melinda melisa melissa melody mercedes mercy meredith meritxell mette mia
michaela michele micheline michelle michiko mildred milena mimi mina mira mireille miriam misty mitra molly mona monica monika monique
muna munira muriel mylene myra myriam nadege nadezda nadezhda nadia nadine naima naira nan nana nancy naomi narges nargis natalia natalie
nataliia nataliya natalya natasha nathalie nazanin neelam neha nellie nelly nia nickie nicole nicoletta nigora nikki nina nirmala nita
noelle nora norma nour nuria odette odile oksana olena olga olha olivia oprah orit orly orna paloma pam pamela paola pascale patricia
patrizia patsy patty paula paulette paulina pauline peggy penelope penny pernille petra philippa phyllis pia pilar pnina polly pooja
pratibha priscilla priti priya priyanka rabab rachael rachel rachida raisa rania raquel rasha rebecca regina regine rekha renata renate
renee reyna rhonda riitta rima rimma rina rita roberta robyn rocio romina rosa rosalia rosalind rosalyn rosario rose roseanne roselyne
rosemary rosie rowena roxana roxanne ruby ruth sabina sabine sabrina sadia saima salima sally salma samantha samia samira sana sandra
sandrine sanja sanna saoirse sara sarah saskia seema segolene selena selma serena severine shabana shahida shakira shari sharon sheila
shelley shelly sherry sheryl shirin shirley sian sigrid silke silvana silvia simona simone siobhan siri sofia soledad sonia sonja sonya
sophia sophie soraya soumaya stacy stella stephanie sue suella sunita susan susana susanna susannah susanne susie suzanne suzy svenja
svetlana svitlana swetlana sybil sylvaine sylvia sylviane sylvie tabitha tamar tamara tammy tana tania tansu tanya tara tasha tatiana
tatjana tatyana teresa teri terri tessa tetiana tetyana thelma theresa therese tiffany tina toni tonya tracey trish trisha trudy tzipi uma
una ursula uta ute valentina valentyna valeria valerie valeriya vanessa vera verena veronica veronika veronique vesna vicky victoria
viktoria viktoriia viktoriya viola violaine violeta virginia virginie vivian viviana viviane vivien wafa wanda wendy whitney whoopi wilma
winnie winona xenia yael yana yasmin yasmine yelena yifat yoko yolaine yolanda yuko yulia yuliia yuliya yuriko yvette yvonne zahra zainab
zara zdenka zeinab zeynep zhanna zinaida zoe zsuzsanna
`.trim().split(/\s+/))

/** The gender that a given name tells; undefined where it tells none. */
export function genderOfGivenName(name: string): Gender | undefined {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  for (const part of [plain, plain.split('-')[0] ?? plain]) {
    if (masculine.has(part)) return 'masculine'
    if (feminine.has(part)) return 'feminine'
  }
  return undefined
}
