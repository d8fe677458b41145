/**
 * Given names that nearly always belong to men, or to women: "Maria" → feminine. Lower case, without accents.
 * Facts gathered from public lists of office holders (names borne by one gender in at least 95 %) and general knowledge;
 * names that both bear (Kim, Robin, Andrea) are left out.
 */

export type Gender = 'masculine' | 'feminine'

const masculine = new Set(`
aaron abdel abdelaziz abdelmadjid abdoulaye abdul abdulaziz abdulla abdullah abdurrahman abiy abu adam adel adrian adrien ahmad ahmed
akbar akhmed akira akram alain alan alasdair alassane alastair albert alberto aldo alec alejandro aleksandar aleksander aleksandr aleksei
aleksey ales alessandro alex alexander alexandre alexei alexey alexis alfonso alfred alfredo algirdas ali alistair allan allen almazbek
alon alun alvaro amadou amar amin amir amit amnon anand anatolii anatoliy anatoly anders andras andre andreas andrei andrej andrejs andres
andrew andrey andrii andrius andriy andrzej andy angelo angus anil ante anthony antoine anton antonin antonio antonis antony ants antti
anvar anwar ariel arjun arkady armando arnaud arnold arsen art artem arthur artur arturas arturo artyom arvind aryeh asad asbjorn ashok
ashraf asif aslan atif attila augusto aurelien austin avi avraham axel ayman aziz balazs barack barney barry bart bartosz bashar bashir basil
bassam bastien bela ben benedict benigno benito benjamin benny benoit bernard bernardo bernd bernie bertrand bibi bidzina bilawal bill
billy bjarne bjorn blaise blake bob bobby bogdan bohdan bohuslav bola boris borut borys bostjan boyko bozidar brad bradley brandon branko
brendan brett brian brice bruce bruno bryan byron caleb cameron carl carlo carlos catalin cecil cedric cesar chad charles chester chip
christian christoph christophe christopher chuck clarence clark claude claudio clay clemens cliff clive cody colin conor corneliu cory
craig cristian cristiano csaba curt curtis cyril daisuke dale damian damien dan daniel danilo danny dario darrell darren dave david davide
davor davyd dean deepak denis dennis denny denys derek derrick desmond dick didier diego dieter dimitar dimitri dimitris dinesh dirk
dmitri dmitriy dmitry dmytro dominic dominick dominik don donald donnie dorin doug douglas dragan drew dumitru duncan dylan earl eddie
edgar edmond edmund edouard eduard eduardo edward edwin ehud eirik eitan elias elie eliezer eliot eliyahu elliot emil emiliano emmanuel
emmerson emomali enrico enrique eric erik erling ernest ernesto ernie ernst ervin erwin esa esteban ethan etienne eugene eugenio evan
evangelos evariste evgeniy evgeny evo ezequiel fabian fabien fabio fabrice fadi fahad faisal farid farooq farouk faure fayez fedir felipe
felix ferdinand ferenc fernando fidel filip filipe florent florian florin floyd francesco francis francisco franck franco francois frank
franklin frantisek franz fraser fred frederic frederick frederik fredrik friedrich fritz fumio gabor gabriel gamal gareth garry gary
gaston gavin gennadiy gennady gennaro geoff geoffrey georg george georges georgi georgios georgiy georgy gerald gerard gerhard german
gerry geun gheorghe ghislain gianluca gianluigi gianni giannis gil gilbert gilberto giles gilles giorgi giorgio giorgos giovanni gitanas
giuseppe gleb glen glenn gonzalo goodluck goran gordon graham grant greg gregg gregoire gregor gregory grigory grzegorz gudmundur guennady
guido guillaume guillermo gunnar gurbanguly gus gustav gustavo guy gyorgy haakon habib hailemariam haim hakainde hal hamad hamid hamza
hans harald haris harold harry harvey hasan hassan hector heikki heinrich heinz helmut hendrik hennadii hennadiy henri henrik henry
heorhii herbert herman hernan herve heydar hibatullah hideki hiroshi hiroyuki holger horst hosni hossein howard hristo hrvoje hryhorii
hryhoriy hubert hugh hugo hugues humberto huseyin hussain hussein huw iain ian ibrahim idriss ignacio igor ihor ilan ildar ilham ilya
imran imre inaki ioan ion iqbal irakli irek isaac isaias ismail issa istvan ivan ivica ivo ivor jaak jaap jacek jacinto jack jacob jacques
jae-in jaime jair jakaya jake jakob jalal jamal james janez janos jared jaroslav jaroslaw jason javad javed javier jay jeb jeff jeffrey
jens jeremy jernej jerome jerry jerzy jesper jesse jesus jiabao jim jimmy jinping jiri joachim joao joaquin joe joel joerg joey johan
johann johannes john johnny joko jon jonathan jong-il jong-un jordi jorg jorge jorgen jose josef josep joseph josh joshua josip jozsef
juan juergen juha jukka julian julien julio jun junichiro jurgen juri jurij justin kaarel kais kamal kamil karel kari karim karl karol
kasper kassym kazuo keir keith ken kenji kenneth kenny kent kenta keqiang kevin khaled khalid khalifa khalil kimmo kiril kirill kirk
kjartan kjell klaus kofi konrad konstantin konstantinos kostas kostiantyn kris krzysztof kumar kurt kyle kyriakos kyrylo lalu lance larry
lars laszlo laurent lavrenty lawrence lazarus leandro lech leif len lenin leo leon leonard leonardo leonid leopold leopoldo leroy les
lester lev levi levy liam lincoln lino linus lionel lloyd loic lorenzo lothar lou louie louis lubomir luc luca lucas luciano lucien
ludovic ludwig luigi luis luiz lukas lukasz luke lula maciej macky maged magnus magomed mahathir mahdi mahmood mahmoud mahmud majid makoto
maksim maksym malcolm malik manfred manmohan manoj manuel marat marc marcel marcelo marco marcos marcus marek marian mariano mario marius
mark marko markus marlon mart martin marty martyn marvin masoud massimo matej mateusz mathieu matias matjaz matt matteo matthew matthias
matthieu matti maurice mauricio maurizio mauro max maxim maxime maximilian mehdi mehmet meir mel meles michael michail michel mick mickael
mickey miguel mihai mikael mike mikhail mikheil mikkel mikko milan milorad milos milton mindaugas mircea mirko miroslav mitch mitt mladen
mo mohamad mohamed mohammad mohammed mohan mordechai morgan morten moshe mounir muammar muhammad muhammadu mukesh mukharbek mullah murat
murray musa mustafa mustapha mwai mykhailo mykhaylo mykola nabil naftali najib naoto narendra naser nasir nasser nate nathan nathaniel
navid nawaz nayib neal nebojsa ned neil nelson nestor nicholas nick nickolay nicolae nicolas nicolay niels nigel nikita nikol nikola
nikolai nikolaos nikolay nikos nils nissim nitish noah nobuo noel norbert norman nuno nuri nursultan octavian octavio ofer ofir olaf
olafur ole oleg oleh oleksandr oleksii oleksiy olexander olexandr oliver olivier olusegun omar orest osama oscar osman ostap otto ousmane
owen oystein pablo paddy panagiotis paolo pascal patricio patrick paul paulo pavel pavlo pawel pedro pekka per perry pervez petar pete
peter petr petro petros petteri phil philip phillip philippe piero pierre piers piotr plamen prabowo prakash prayut prayuth priit pyotr qasem
quentin radek radoslaw radovan rafael rafiq rahul raila raimonds raj rajesh rajiv rajnath ralph ram ramesh ramiro ramon ramzan randolph
randy raphael rashid rasmus ratko raul ravi ray rayan raymond recep reggie reginald regis reinhard reinhold remi renato renaud rene reza
ric ricardo riccardo rich richard rick riek rinat rob robert roberto rocco roch rod roderick rodney rodolfo rodrigo roger roland rolf
romain roman romano ron ronald ronaldo roni ronnie ronny ross rostyslav roy ruben rudolf rudolph rudy rumen rupert ruslan russ russell
rustem ryan ryszard saad saddam sadyr saeed said salah salim salman salva salvador salvatore sam samir samuel sandor sang-hyun sanjay
santiago satoshi saul sauli sayed scott sean sebastian sebastien seif selim serdar serge sergei sergey sergio sergiy serguey serhii serhij
serhiy serzh seth shah shane shavkat shawn shehbaz shigeru shimon shinzo shlomo sigmar sigurdur siim silvio simon slawomir slobodan
solomon sonny sooronbay soren spencer srettha stan stanislas stanislav stanislaw stanley stavros stefan stefano steffen stepan stephan
stephane stephen steve steven stewart stuart sultan suresh sven sverre svyatoslav syed sylvain tadeusz tahir takeshi taku tamim taras
tarek tariq taro ted teodoro terence thabo thaksin thein theo theodore theodoros thiago thibaut thierry thilo thomas thorsten tiago tibor
tihomir tiit tim timo timothy timur tobias toby todd tom tomas tomasz tomaz tommy tony toomas torbjorn torsten toshio traian travis trent
trevor troy tudor tuomas tyler uhuru ulrich umar umberto uri urmas uwe uzi vaclav vadim vadym vahan valdis valentin valentyn valerii
valeriu valeriy valery van vasile vasiliy vasily vasyl vern vernon viacheslav vicente victor vijay vikram viktor vince vincent vincenzo
vinod vishal vitali vitalii vitaliy vitaly vjatsjeslav vladimir vladislav vladyslav vojislav volker volodymyr vuk vyacheslav vytautas
wagner waldemar waleed walid wallace walter warren wasyl wayne wenbao werner wes wesley wilfried wilhelm will willem willi william willie
willy winston witold wladimir wojciech wolfgang xavier xiaoping yaakov yahya yair yann yannick yannis yaroslav yasser yasuo yegor yehiel
yehor yehuda yevgeny yevhen yevheniy yigal yitzhak yoav yogi yosef yoshihide yoshiro yossi yousaf youssef yousuf yoweri yuanchao yukio
yuri yurii yuriy yury yusuf yvan yves yvon zachary zack zaur zaw zbigniew zdenek zedong zeljko zhenmin ziad zine zoltan zoran zsolt zvi
`.trim().split(/\s+/))

const feminine = new Set(`
aaliyah abby abigail ada adela adele adriana adrienne agata agnes agnieszka aicha aida aikaterini aiko aino aisha aishwarya akiko alba
alejandra aleksandra alena alenka alessandra alexa alexandra alexandria alice alicia alina aline alisha alison alix aliza alla allison
alma alyona alyson alyssa amal amanda amber amelia amelie amina aminata amira amna amy ana anabel anastasia anat andi andree andreea
andreja anette angela angele angelica angelika angelina angelique angie anita anja anjali anke ann anna annabel annalena anne annegret
anneke anneli anneliese annette annick annie annika anniken antje antoinette antonella antonia antonina anya april arlene arlette asma
astrid asuncion aude audrey aung-san aurelie aurore ayaka ayanna ayelet ayesha aynur azadeh barbara bea beata beatrice beatriz becca becky
begum belinda benazir benedicte berangere bernadette bertha bessie beth bethany betsy betty beverley beverly bianca biljana birgit
birgitte blanca bonnie brenda brianna bridget brigitte britta brittany bryony camila camilla candy carina carine carla carlie carmela
carmen carol carole carolina caroline carolyn carrie cat catalina catarina catherine cathy cecile cecilia celeste celia celine chandrika
chantal charlene charlotte cheri cherie cheryl chiara chloe chrissy christa christelle christiane christina christine christy cindy claire
clara claudia claudie claudine clotilde colette colleen condoleezza connie constance consuelo cora corazon cordelia corinne cornelia
cristina cynthia dagmar daisy dalia daniela daniele danielle daphne dariga darla dawn deb debbie deborah debra deidre delia delphine
denisa denise diana diane dianna dianne dilma dina dolores donna dora doreen doris dorit dorothea dorothy dunja edit edita edith edna
edwige egle eileen ekaterina elaine eleanor elena eleni eleonora eleonore eliane elin elina elisa elisabeth elise eliza elizabeth elke
ella ellen ellie elmira elsa elvira emilia emilie emily emine emma emmanuelle emmi epsy erica erika erin erna ernestine esra estelle
esther eti eugenia eva evangeline eve evelyn evelyne ewa fabienne faith fanny farida fatemeh fatiha fatima fatma fatou federica felicia
fernanda fiona fleur florence florencia france frances francesca francia francine francoise franziska frederique freya frida gabriela
gabriella gabrielle gaelle gail galina galit gayle genevieve georgia georgina geraldine gertrude geun-hye ghislaine gila gillian gina
ginger ginny giorgia giovanna gisela gisele giulia giuliana gladys glenda glenys gloria golda gordana graca grace graciela greta gretchen
gro guadalupe gudrun gulnara guri gwen gwyneth hala halima halyna hanan hanna hannah harriet hasina hazel heather heidi heike helen helena
helene helga helle hilary hilda hilde hillary hina holly hope huguette ida ileana ilhan ilse iman imane imee imelda ina indira ines inese
inga inge inger ingrid ingrida inna irena irene irina irine iris iryna isabel isabela isabella isabelle isobel ivana ivanka iveta ivy
iwona jacinda jackie jacqueline jacqui jadranka jamila jana jane janet janice janine jasmin jasmine jayalalithaa jeanette jeanine jeanne
jeannine jelena jen jenna jennie jennifer jenny jessica jessie jill jo joan joana joann joanna joanne jocelyn jocelyne jodie joelle
johanna jordana josefina josephine josette josiane josie joy joyce juana juanita judi judit judith judy julia juliana juliane julianna
julie juliette june justine kadri kaja kamala kamla kara karen karin karina karine karla kasia katarina kate katerina kateryna katharina
katherine kathleen kathrin kathryn kathy katie katja katrin katrina katy kay kayla keiko kelli kendra keri kersti kerstin khadija khaleda
kimberly kira kirsten kirstjen kirsty klara kolinda krista kristalina kristen kristi kristiina kristin kristina kseniya kylie kyrsten
laetitia laima lala lana lara larisa larissa larysa latoya laura laure lauren lea leah leena leila lena leni leonie lesia lesley lesya
leticia leyla lia liana liis liliana liliane lily limor lina linda lindiwe lindsay lindsey lisa lisbeth lise liudmila liudmyla liyuan liz
lois lola lone lora loretta lori lorna lorraine lotte louisa louise luana lucia luciana lucie lucille lucinda lucy luisa lupe lusine lydia
lydie lynda lynn lynne lyubov lyudmila maarja mabel madeleine madonna mae maeve magdalena maggie maija makiko malala malia malika malin
mamata mandy manon manuela mara marcela marcia margaret margarethe margarita margot margrethe marguerite mari maria mariam mariana
marianna marianne maribel marie marielle marietta mariia marija marijana marilyn marina marine marion marisa marisol marissa mariya
marjolaine marjorie marketa marlene marta martha martina martine mary maryam maryline maryna maryse maryvonne masako mathilde matilda maud
maura maureen maxine maya mayawati meg megan megawati meghan meglena mehriban mei mei-ling meirav melania melanie melinda melisa melissa
melody mercedes mercy meredith meritxell mette mia michaela michele micheline michelle michiko mildred milena milica mimi mina mira
mireille mireya miri miriam misty mitra mojca molly mona monica monika monique muna munira muriel mylene myra myriam nadege nadezda
nadezhda nadia nadine naima naira nan nancy naomi narges nargis natalia natalie nataliia nataliya natalya natasa natasha nathalie nawal
nazanin neelam neha nellie nelly ngozi nia nickie nicole nicoletta nigora nikki nina nino nirmala nita nkosazana noelle nora norma nour
nuria odette odile oksana olena olga olha olivia oprah orit orly orna paetongtarn paloma pam pamela paola pascale patricia patrizia patsy
patty paula paulette paulina pauline peggy penelope penny pernille petra philippa phumzile phyllis pia pilar piret pirjo pnina polly pooja
portia pratibha priscilla priti priya priyanka rabab rachael rachel rachida radmila ragnhild raisa rania raquel rasha rashida rebecca
regina regine rekha renata renate renee retno reyna rhonda rigoberta riikka riitta rima rimma rina risa rita roberta robyn rocio romina
rosa rosalia rosalind rosalyn rosario rose roseanne roselyne rosemary rosie rowena roxana roxanne ruby ruta ruth sabina sabine sabrina
sadia sadiqa saida saima salima sally salma salome samantha samia samira sana sanae sandra sandrine sanja sanna saoirse sara sarah saskia
satu seema segolene seiko selena selma serena severine sevinj shabana shahida shakira shari sharon sheila shelley shelly sherry sheryl
shirin shirley sian sigrid silke silvana silvia simona simone siobhan siri sirimavo smriti snezana sofia sofie sol-ju soledad solveig
sonia sonja sonya sophia sophie soraya soumaya stacey stacy stefania stella stephanie sue suella sunita susan susana susanna susannah
susanne sushma susi susie suzanne suzy svenja svetlana svitlana swetlana sybil sylvaine sylvia sylviane sylvie tabitha tamar tamara tammy
tana tania tanja tansu tanya tara tarja tasha tatiana tatjana tatyana tawakkol teresa teri terri tessa tetiana tetyana thelma theresa
therese thuli tiffany tina tomomi toni tonya tracey triin trish trisha trudy tsveta turid tzipi uma una urska ursula uta ute vaira
valentina valentyna valeria valerie valeriya vanessa vasiliki vera verena veronica veronika veronique verónica vesna vicky victoria
viktoria viktoriia viktoriya viola violaine violeta virginia virginie vivian viviana viviane vivien wafa wanda wendy whitney whoopi wilma
winnie winona xenia ximena xiomara yael yana yasmin yasmine yelena yifat yingluck ylva yo-jong yoko yolaine yolanda yuko yulia yuliia
yuliya yuriko yvette yvonne zahra zainab zanele zara zdenka zeinab zeynep zhanar zhanna zinaida zoe zorana zsuzsanna zuzana
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
