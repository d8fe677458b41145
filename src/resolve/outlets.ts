/**
 * News outlets: known ones by name, unknown ones by the form of their name ("Radio Vitosha", "the Vilnius Gazette") or by
 * the words around them ("the newspaper Trud", "Vitosha radio"). A name goes in, the kind of outlet comes out.
 * The names are facts, written from general knowledge. Not handled: blogs and programmes under a person's name.
 */

import { fold } from './name-forms.js'

export type OutletKind = 'Newspaper' | 'Broadcaster' | 'NewsAgency' | 'Magazine' | 'Website' | 'SocialNetwork'

const known: Readonly<Record<OutletKind, string>> = {
  NewsAgency: `Reuters,Thomson Reuters,Associated Press,AP,The AP,AP News,Agence France-Presse,AFP,DPA,Deutsche Presse-Agentur,ANSA,ANP,APA,
    Belga,Europa Press,EFE,Agencia EFE,Interfax,Interfax-Ukraine,PAP,Polish Press Agency,Tanjug,TASS,ITAR-TASS,Itar-Tass,RIA Novosti,RIA,Ria Novosti,
    Xinhua,Xinhua News Agency,China News Service,Ukrinform,UNIAN,UPI,United Press International,Kyodo,Kyodo News,Jiji Press,Jiji,Yonhap,
    Yonhap News Agency,KCNA,Korean Central News Agency,Antara,Bernama,PTI,Press Trust of India,IANS,ANI,Asian News International,IRNA,ISNA,Fars,Fars News Agency,
    Tasnim,Mehr,Mehr News Agency,ILNA,SANA,WAFA,Wafa,MENA,Middle East News Agency,Petra,SPA,Saudi Press Agency,WAM,QNA,Qatar News Agency,KUNA,BNA,
    Anadolu Agency,Anadolu,Anadolu Ajansi,DHA,Dogan News Agency,IHA,Lusa,TT,Ritzau,NTB,STT,MTI,CTK,ČTK,TASR,BTA,Agerpres,Mediafax,HINA,Hina,FENA,BNS,
    Baltic News Service,ELTA,BELTA,Belta,Belapan,Kazinform,KazTAG,AKIpress,Trend,Azertac,Armenpress,Bloomberg,Bloomberg News,Dow Jones,
    Dow Jones Newswires,Press Association,PA,PA Media,Canadian Press,The Canadian Press,CP,Australian Associated Press,AAP,Notimex,Telam,Télam,
    Agencia Brasil,Agência Brasil,Prensa Latina,ATS,Keystone-SDA,AWP,SAPA,NAN,News Agency of Nigeria,GNA,Ghana News Agency,PANA,MAP,Maghreb Arabe Presse,
    APS,TAP,Catholic News Agency,Religion News Service,IPS,Inter Press Service,City News Service,Zuma Press,Getty Images,UCA News,Jewish Telegraphic Agency,
    JTA,BNO News,States News Service,Philippine News Agency,PNA,Vietnam News Agency,VNA,Central News Agency,CNA Taiwan,Thomson Reuters Foundation`,
  Broadcaster: `BBC,BBC News,BBC World,BBC World Service,BBC Radio 4,BBC Sport,BBC One,BBC Two,BBC Persian,BBC Arabic,BBC Russian,British Broadcasting Corporation,
    CNN,CNN International,CNN Turk,CNN-News18,CNN Brasil,Fox News,Fox,FOX News,Fox Business,ABC,ABC News,ABC Radio,CBS,CBS News,NBC,NBC News,MSNBC,CNBC,C-SPAN,PBS,NPR,
    National Public Radio,ESPN,Univision,Telemundo,HBO,Showtime,MTV,VOA,Voice of America,Radio Free Europe,RFE/RL,RFERL,Radio Free Europe/Radio Liberty,
    Radio Liberty,Radio Free Asia,RFA,Deutsche Welle,DW,ARD,ZDF,WDR,NDR,MDR,RBB,SWR,RTL,RTL II,ProSieben,Sat.1,n-tv,N24,Deutschlandfunk,Deutschlandradio,ORF,
    SRF,RTS,Arte,ARTE,France 2,France 3,France 5,France 24,France24,France Info,France Inter,France Culture,France Télévisions,France Televisions,
    TF1,BFM,BFMTV,BFM TV,LCI,CNews,RMC,RTL radio,Europe 1,Canal+,Canal +,Radio France,RFI,Radio France Internationale,RTBF,VRT,NOS,RTVE,TVE,Cadena SER,Antena 3,Telecinco,
    La Sexta,RAI,Rai,Rai News,Mediaset,La7,Sky News,Sky,Sky TV,Sky TG24,Sky Sports,ITV,ITV News,Channel 4,Channel 4 News,Channel 5,GB News,LBC,talkSPORT,RTE,RTÉ,
    NRK,TV2,TV 2,DR,SVT,TV4,Sveriges Radio,YLE,Yle,ERR,LRT,LSM,TVN,TVN24,TVP,Polsat,RMF FM,TOK FM,Nova TV,bTV,BTV,BNT,BNR,ProTV,Pro TV,Digi24,
    RTS Serbia,N1,RTCG,HRT,RTV,Echo of Moscow,Ekho Moskvy,Channel One,Channel One Russia,First Channel,Perviy Kanal,Rossiya 1,Rossiya-1,Rossiya,Rossiya 24,Russia-24,Russia 1,
    NTV,REN TV,TV Rain,Dozhd,Dozhd TV,RT,Russia Today,Sputnik,VGTRK,Zvezda,Current Time,Current Time TV,Hromadske,1+1,Inter,Ukraine 24,Suspilne,
    Espreso,Al Jazeera,Al-Jazeera,Al Jazeera English,Al Arabiya,Al-Arabiya,Al Mayadeen,Al-Manar,Al Manar,Al-Alam,MBC,LBCI,Al Hadath,Al-Hurra,Alhurra,Press TV,PressTV,IRIB,
    Iran International,Manoto,TRT,TRT World,Haberturk,NTV Turkey,Halk TV,A Haber,Kan,Channel 12,Channel 13,Channel 14,i24,i24 News,i24NEWS,Army Radio,Israel Radio,
    Kan News,CGTN,CCTV,China Central Television,China Global Television Network,China Radio International,China National Radio,Phoenix TV,TVB,RTHK,NHK,TBS,
    TV Asahi,KBS,SBS,JTBC,YTN,MBC TV,Arirang,CNA,Channel NewsAsia,Channel News Asia,ABS-CBN,ABS-CBN News,GMA,GMA News,GMA Network,Thai PBS,NDTV,Times Now,Republic TV,India TV,
    Aaj Tak,Zee News,WION,Doordarshan,All India Radio,News18,Geo News,Geo TV,ARY News,Dunya News,Samaa TV,Tolo News,TOLOnews,TOLO News,Ariana News,Amu TV,
    Rudaw,Kurdistan 24,Kurdistan24,Alsumaria,SABC,eNCA,SABC News,Newzroom Afrika,Citizen TV,KTN,NTV Kenya,NTV Uganda,Channels TV,Channels Television,
    Arise TV,Joy FM,Radio Okapi,Radio Dabanga,Radio Tamazuj,Radio Mogadishu,Shabelle Media,Radio Shabelle,Zambia National Broadcasting Corporation,CBC,CBC News,CTV,CTV News,
    Global News,Radio-Canada,SRC,TVA,RNZ,Radio New Zealand,TVNZ,1 News,1News,Newshub,Newstalk ZB,ABC Australia,Australian Broadcasting Corporation,Nine News,
    Seven News,9News,SBS News,Sky News Australia,2GB,Televisa,TV Azteca,Globo,TV Globo,GloboNews,Globo News,TeleSUR,Telesur,teleSUR,Globovision,Globovisión,
    Caracol,Caracol Radio,Caracol TV,RCN,RCN Radio,Blu Radio,W Radio,Radio Mitre,TN,Todo Noticias,Telefe,Canal 13,Radio Caracas,RPP,Eurosport,Euronews,euronews,Bloomberg TV,
    Bloomberg Television,CNBC TV18,Africanews,Vatican Radio,Radio Vaticana,San Marino RTV,El-Rey,Netflix,PTV,Bolivision`,
  Newspaper: `New York Times,NYT,The NYT,Washington Post,The Post,Wall Street Journal,WSJ,USA Today,Los Angeles Times,LA Times,L.A. Times,Chicago Tribune,
    Boston Globe,New York Post,New York Daily News,Daily News,Philadelphia Inquirer,San Francisco Chronicle,Houston Chronicle,Dallas Morning News,Miami Herald,
    Tampa Bay Times,Denver Post,Seattle Times,Star Tribune,Minneapolis Star Tribune,Detroit Free Press,Detroit News,Baltimore Sun,Orlando Sentinel,Sun Sentinel,
    Arizona Republic,Des Moines Register,Atlanta Journal-Constitution,Cleveland Plain Dealer,Plain Dealer,Kansas City Star,Las Vegas Review-Journal,Sacramento Bee,
    Washington Times,Washington Examiner,Christian Science Monitor,Stars and Stripes,Financial Times,FT,Times of London,Sunday Times,Guardian,
    Observer,Daily Telegraph,Telegraph,Sunday Telegraph,Independent,Daily Mail,Mail on Sunday,Daily Mirror,Mirror,The Sun,Daily Express,Evening Standard,
    Morning Star,City A.M.,Scotsman,Herald,Irish Times,Irish Independent,Irish Examiner,Belfast Telegraph,Le Monde,Le Figaro,Figaro,Libération,
    Liberation,Le Parisien,Les Echos,Les Échos,L'Équipe,L'Equipe,La Croix,L'Humanité,L'Humanite,Le Journal du Dimanche,Journal du Dimanche,JDD,Ouest-France,Charlie Hebdo,
    Le Canard enchaîné,Le Canard Enchaine,Le Soir,De Standaard,De Volkskrant,Volkskrant,De Telegraaf,NRC Handelsblad,NRC,Trouw,Bild,Bild am Sonntag,Die Welt,Welt,
    Welt am Sonntag,Süddeutsche Zeitung,Sueddeutsche Zeitung,Frankfurter Allgemeine Zeitung,FAZ,Frankfurter Allgemeine,Frankfurter Rundschau,Handelsblatt,Tagesspiegel,
    Der Tagesspiegel,Die Zeit,Zeit,Taz,taz,Die Tageszeitung,Rheinische Post,Berliner Zeitung,Berliner Morgenpost,Münchner Merkur,Neue Zürcher Zeitung,NZZ,Tages-Anzeiger,
    Blick,Der Standard,Die Presse,Kurier,Kronen Zeitung,Krone,Corriere della Sera,La Repubblica,Repubblica,La Stampa,Il Messaggero,Il Sole 24 Ore,Il Giornale,Il Fatto Quotidiano,
    Gazzetta dello Sport,La Gazzetta dello Sport,Osservatore Romano,L'Osservatore Romano,Avvenire,El País,El Pais,El Mundo,La Vanguardia,ABC newspaper,
    Marca,AS,Sport,Mundo Deportivo,Público,Publico,Expresso,Correio da Manhã,Diário de Notícias,Kathimerini,Ekathimerini,To Vima,Ta Nea,Gazeta Wyborcza,
    Rzeczpospolita,Fakt,Mladá fronta Dnes,Hospodarske noviny,Hospodářské noviny,Pravo,Népszabadság,Nepszabadsag,Magyar Nemzet,Jyllands-Posten,Politiken,
    Berlingske,Ekstra Bladet,BT,Dagens Nyheter,Svenska Dagbladet,Expressen,Aftonbladet,Aftenposten,Verdens Gang,VG,Dagbladet,Helsingin Sanomat,Postimees,Diena,Politika,Blic,
    Danas,Vecernji list,Jutarnji list,Trud,24 Chasa,Dnevnik,Adevarul,Izvestia,Izvestiya,Kommersant,Vedomosti,Novaya Gazeta,Novaya Gazeta Europe,Rossiyskaya Gazeta,
    Rossiiskaya Gazeta,Nezavisimaya Gazeta,Komsomolskaya Pravda,Moskovsky Komsomolets,Moskovskij Komsomolets,Pravda,Vzglyad,Argumenty i Fakty,Moscow Times,
    Segodnya,Kyiv Post,Den,Hürriyet,Hurriyet,Hurriyet Daily News,Cumhuriyet,Milliyet,Sabah,Daily Sabah,Sözcü,Sozcu,Zaman,Yeni Safak,Haaretz,
    Yedioth Ahronoth,Yedioth Aharonot,Yediot Aharonot,Yediot Ahronot,Maariv,Ma'ariv,Israel Hayom,Jerusalem Post,Times of Israel,Al-Ahram,Al Ahram,Al-Masry Al-Youm,
    Asharq Al-Awsat,Al-Hayat,Al Hayat,An-Nahar,An Nahar,As-Safir,Al-Akhbar,Al Akhbar,Daily Star,The National,Gulf News,Khaleej Times,Gulf Times,Arab News,Arab Times,
    Saudi Gazette,Kuwait Times,Times of Oman,Oman Observer,Jordan Times,Tehran Times,Kayhan,Shargh,Hamshahri,Dawn,The News International,Express Tribune,
    The Nation,Daily Times,Times of India,Hindustan Times,The Hindu,Indian Express,Economic Times,Deccan Herald,Deccan Chronicle,Telegraph India,Mint,
    Business Standard,Dainik Jagran,Dainik Bhaskar,Kashmir Observer,Greater Kashmir,Daily Star Bangladesh,Dhaka Tribune,Prothom Alo,Kathmandu Post,
    Daily Mirror Sri Lanka,Straits Times,New Straits Times,Malay Mail,The Star,Bangkok Post,Phnom Penh Post,Cambodia Daily,Jakarta Post,Kompas,Jakarta Globe,Manila Times,
    Manila Bulletin,Philippine Star,Philippine Daily Inquirer,Vietnam News,Tuoi Tre,Thanh Nien,VnExpress,Vientiane Times,Global Times,People's Daily,
    China Daily,South China Morning Post,SCMP,Apple Daily,Ming Pao,Taipei Times,Liberty Times,Yomiuri Shimbun,Yomiuri,Asahi Shimbun,Asahi,Mainichi,Mainichi Shimbun,
    Nikkei,Japan Times,Sankei Shimbun,Chosun Ilbo,JoongAng Ilbo,Korea JoongAng Daily,Dong-A Ilbo,Korea Herald,Korea Times,Rodong Sinmun,Hankyoreh,Sydney Morning Herald,
    The Age,The Australian,Herald Sun,Daily Telegraph Sydney,Courier-Mail,Australian Financial Review,New Zealand Herald,NZ Herald,The Press,Dominion Post,
    Otago Daily Times,Globe and Mail,Toronto Star,National Post,Toronto Sun,Montreal Gazette,Le Devoir,La Presse,Ottawa Citizen,Vancouver Sun,Reforma,El Universal,
    La Jornada,Milenio,Excélsior,Excelsior,El Tiempo,El Espectador,El Colombiano,El Comercio,El Nacional,Clarín,Clarin,La Nación,La Nacion,Página 12,Pagina 12,
    Folha de S.Paulo,Folha de S. Paulo,Folha,O Globo,Estado de S. Paulo,O Estado de S. Paulo,Estadão,El Mercurio,La Tercera,ABC Color,Última Hora,
    Ultima Hora,La Prensa,El Heraldo,Granma,Jamaica Gleaner,The Gleaner,Jamaica Observer,Trinidad Guardian,Daily Nation,The Standard,The East African,
    Daily Monitor,New Vision,The Citizen,The Punch,Punch,Vanguard,ThisDay,Daily Trust,Guardian Nigeria,Premium Times,Daily Graphic,Mail & Guardian,
    Mail and Guardian,Sowetan,City Press,Business Day,Cape Times,Herald Zimbabwe,NewsDay,El Watan,Le Matin,L'Orient-Le Jour,L'Orient Today,Star Ledger,
    Star-Ledger,Epoch Times,Politico Pro,Roll Call,Daily Caller Newspaper,Al-Quds,Jyllands Posten,Sun,Il Mattino`,
  Magazine: `Der Spiegel,Spiegel,Time,TIME,Time magazine,Newsweek,The Economist,Economist,The New Yorker,New Yorker,The Atlantic,Atlantic,Forbes,Fortune,
    Foreign Policy,Foreign Affairs,Rolling Stone,Vanity Fair,Vogue,Esquire,GQ,People,People magazine,Us Weekly,Entertainment Weekly,Sports Illustrated,Playboy,Variety,
    The Hollywood Reporter,Hollywood Reporter,Billboard,National Geographic,Scientific American,New Scientist,Nature,The Lancet,Lancet,British Medical Journal,BMJ,
    New England Journal of Medicine,Jane's,Jane's Defence Weekly,Barron's,Bloomberg Businessweek,Businessweek,Focus,Stern,Cicero,Profil,News magazine,Le Point,L'Express,L'Obs,
    Nouvel Observateur,Le Nouvel Observateur,Paris Match,Marianne,Mediapart magazine,L'Espresso,Panorama,Cambio 16,Interviú,Veja,Época,Istoé,IstoÉ,Proceso,
    Semana,Caretas,Polityka,Wprost,Newsweek Polska,Respekt,Reflex,HVG,Korrespondent,The Week,New Statesman,The Spectator,Spectator,Private Eye,National Review,The Weekly Standard,
    Weekly Standard,The New Republic,New Republic,Mother Jones,The Diplomat,India Today,Outlook,Frontline,Tempo,Caixin,Mada Masr,Jeune Afrique,Africa Confidential,Men's Health,Wired,WIRED,
    Texas Monthly,New York magazine,Hello!,Closer,Voici,Gala,Bunte,The Africa Report,Reader's Digest,Harper's,Harper's Bazaar,Science,Cell`,
  Website: `Politico,POLITICO,Axios,Vox,BuzzFeed,BuzzFeed News,Buzzfeed,HuffPost,Huffington Post,The Huffington Post,Breitbart,Breitbart News,The Daily Beast,Daily Beast,
    Slate,Salon,The Intercept,Intercept,Business Insider,Insider,The Hill,ProPublica,MarketWatch,Quartz,Vice,VICE News,Vice News,Mashable,Gizmodo,TechCrunch,The Verge,Ars Technica,
    Recode,Gawker,TMZ,Drudge Report,Daily Caller,The Daily Caller,Infowars,Talking Points Memo,ThinkProgress,FiveThirtyEight,RealClearPolitics,Bellingcat,WikiLeaks,Wikileaks,
    Wikipedia,Yahoo News,Yahoo,MSN,Google News,AOL,Spiegel Online,Mediapart,EurActiv,Euractiv,EUobserver,Balkan Insight,OpenDemocracy,Global Voices,Meduza,Mediazona,
    The Insider,Gazeta.ru,Lenta.ru,RBC,Fontanka,Proekt,Ukrainska Pravda,Ukrayinska Pravda,Kyiv Independent,RBC-Ukraine,Strana,Radio Svoboda website,index.hu,Index.hu,
    444.hu,Ynet,Ynetnews,ynet,Walla,+972,Middle East Eye,Middle East Monitor,Al-Monitor,Al Monitor,The New Arab,Rappler,MercoPress,Mercopress,Infobae,G1,UOL,Aristegui Noticias,
    Animal Politico,Animal Político,Malaysiakini,Scroll,The Wire,The Quint,Firstpost,Moneycontrol,Sudan Tribune,Garowe Online,Hiiraan Online,allAfrica,AllAfrica,
    TheJournal.ie,NK News,The Irrawaddy,Irrawaddy,Mizzima,Frontier Myanmar,The Athletic,ESPNcricinfo,Cricinfo,ESPN Cricinfo,Goal.com,Stuff,Newsroom,The Spinoff,Crikey,The Conversation,
    InSight Crime,Deadspin,Deadline,Space.com,ReliefWeb,DW-WORLD.DE,DW-WORLD,dw.com,Efecto Cocuyo,14ymedio,El Faro,Confidencial,Inquirer.net,Mexico News Daily,Eurasianet,Premium Times Online`,
  SocialNetwork: `Twitter,X (formerly Twitter),Facebook,Instagram,TikTok,YouTube,Youtube,Telegram,WhatsApp,Snapchat,LinkedIn,Reddit,Tumblr,Weibo,Sina Weibo,WeChat,VKontakte,VK,
    Odnoklassniki,Truth Social,Parler,Gab,Mastodon,Threads,Bluesky,Periscope,Vine,Flickr,Pinterest,Signal,Discord,Twitch,Vimeo,4chan,MySpace,Myspace,Clubhouse,Koo,LiveJournal`,
}

const kindOf = new Map<string, OutletKind>()
for (const [kind, names] of Object.entries(known) as [OutletKind, string][]) {
  for (const name of names.split(',')) kindOf.set(fold(name), kindOf.get(fold(name)) ?? kind)
}

/** Common nouns, surnames or bodies' short forms that are also outlets: trusted only when something else speaks for it. */
const ambiguous = new Set(`time,focus,people,nature,science,sun,as,sport,star,post,mirror,observer,herald,independent,telegraph,guardian,inter,den,fox,sky,vanguard,
  punch,vice,slate,salon,stuff,signal,threads,vine,discord,gab,cell,closer,gala,panorama,outlook,frontline,tempo,blick,mint,dawn,trend,pa,pap,tt,cp,ap,map,tap,aps,spa,mena,
  sana,sat.1,globo,rt,ard,dr,tn,rai,aps,nature,marianne,kan,arte,stern,profil,krone,zeit,welt,time,news,semana,reforma,sabah,zaman,nation,standard,citizen,press,age,week,scroll,
  wire,quint,insider,newsroom,conversation,atlantic,cicero,proceso,publico,spectator,confidencial,fortune,variety,billboard,jiji,petra,qna,bna,kan,err,ren tv,
  nos,tvn,rts,n1,rtv,hrt,yahoo,netflix,aol,amazon,showtime,abc,iha,ips,apa,inter,caracol,kurier,trud,reflex,recode,quartz,strana,proekt,esquire,gq,vogue,marca,index.hu,
  dnevnik,danas,diena,fakt,excelsior,milenio,el tiempo,excélsior,la prensa,le matin,exito,gna,nan,ans,elta,awp,sapa,pana,uol,walla,wired,sputnik,zvezda,rossiya,bt,vg,
  canal 13,channel 12,channel 13,channel 14,channel 5,channel 4,saturday,metro,ans,mbc,src,tva,rcn,sbs,cna,cnn,nation`.split(/,\s*/).map(fold))
// Short forms that in news are the outlet far more often than not.
for (const sure of ['ap', 'cnn', 'rt', 'sabah', 'arte', 'mbc', 'ard', 'abc', 'guardian', 'telegraph', 'independent', 'wired', 'vogue', 'sputnik', 'netflix', 'cna']) ambiguous.delete(sure)

/** Nouns that say what kind of outlet the name beside them is. */
const nouns: readonly (readonly [RegExp, OutletKind])[] = [
  [/^(news )?(agency|agencies|wire|newswire|wires)$|^(newswire|news service|press agency)$/, 'NewsAgency'],
  [/^(newspaper|daily|broadsheet|tabloid|paper|newspapers|dailies)$/, 'Newspaper'],
  [/^(magazine|weekly|monthly|journal|news magazine|newsweekly|fortnightly)$/, 'Magazine'],
  [/^(broadcaster|television|tv|radio|channel|station|network|tv channel|tv station|radio station|broadcasters|public broadcaster)$/, 'Broadcaster'],
  [/^(website|site|portal|news site|blog|news website|webzine|outlet|online outlet)$/, 'Website'],
  [/^(social network|messaging app|platform|microblogging site)$/, 'SocialNetwork'],
]

/** Forms of names that only outlets bear. */
const forms: readonly (readonly [RegExp, OutletKind])[] = [
  [/\b(news|press) agency( of .+)?$|\b(newswires?|news service)$/i, 'NewsAgency'],
  [/^radio \p{Lu}|\b(TV|FM|AM|television|radio|broadcasting( (corporation|company|service|corp))?)( \p{Lu}?\p{L}*)?( \d+)?$|^(TV|channel|canal|kanal|télé|tele) ?(\d+|one|two|three|four|five|six|seven|\p{Lu}\p{L}+)$|^[KW][A-Z]{2,3}(-TV|-FM| TV| radio)$/iu, 'Broadcaster'],
  [/\p{L} (times|gazette|herald|tribune|chronicle|courier|courant|examiner|inquirer|dispatch|post-dispatch|bee|sentinel|telegram|advertiser|zeitung|shimbun|pravda|gazeta|gazette|daily news|daily|morning post|morning herald|evening post|evening standard|evening news|newspaper|sun-times|journal-constitution|star-ledger|star tribune|daily star|daily mail|daily mirror|post-gazette|news-press|advocate|intelligencer|argus|mercury news|observer|plain dealer)$/iu, 'Newspaper'],
  [/^(daily|sunday|evening|morning) (\p{Lu}\p{L}+)$/iu, 'Newspaper'],
  [/\p{L} (magazine|weekly|monthly)$/iu, 'Magazine'],
  [/^(www\.)?[\p{L}\d-]+\.(com|org|net|ru|de|fr|info|tv|co\.uk|io|news|ua|it|es)$/iu, 'Website'],
]

/** The kind of a known outlet; `isSure` is false for names that mean something else just as often. */
export function knownOutlet(name: string): { kind: OutletKind; isSure: boolean } | undefined {
  const kind = kindOf.get(fold(name))
  return kind && { kind, isSure: !ambiguous.has(fold(name)) }
}

/** The kind that the form of a name gives away: "Radio Vitosha" → Broadcaster. */
export function outletByForm(name: string): OutletKind | undefined {
  return forms.find(([form]) => form.test(name))?.[1]
}

/** The kind that a noun beside the name gives away: "the newspaper Trud" → Newspaper. */
export function outletByNoun(noun: string): OutletKind | undefined {
  return nouns.find(([form]) => form.test(noun.toLowerCase()))?.[1]
}

/** The words that papers are called by for short: "the Post", "the Times". */
export function isPaperWord(word: string): boolean {
  return /^(post|times|herald|star|journal|tribune|guardian|mail|globe|press|chronicle|gazette|telegraph|observer|independent|sun|mirror|inquirer|examiner|standard|nation|monitor|review|news)$/i.test(word)
}
