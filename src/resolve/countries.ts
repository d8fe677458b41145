/**
 * States and what else their names give away: "Burmese" → Myanmar, "Tehran" → Iran, "the Kremlin" → Russia.
 * One line a state: usual name | other names | adjectives and peoples | seats of government that speak for it.
 * Written from general knowledge. Not handled: historical states, peoples without a state.
 */

import { fold } from './name-forms.js'

export interface Country { readonly name: string; readonly names: readonly string[] }

const states = `
Afghanistan||Afghan,Afghans|Kabul
Albania||Albanian|Tirana
Algeria||Algerian|Algiers
Andorra||Andorran|Andorra la Vella
Angola||Angolan|Luanda
Antigua and Barbuda|Antigua|Antiguan,Barbudan|
Argentina||Argentine,Argentinian,Argentinean|Buenos Aires,Casa Rosada
Armenia||Armenian|Yerevan
Australia||Australian,Aussie|Canberra
Austria||Austrian|Vienna
Azerbaijan||Azerbaijani,Azeri|Baku
Bahamas|The Bahamas|Bahamian|Nassau
Bahrain||Bahraini|Manama
Bangladesh||Bangladeshi|Dhaka
Barbados||Barbadian,Bajan|Bridgetown
Belarus|Byelorussia|Belarusian,Belarusan,Belorussian|Minsk
Belgium||Belgian|
Belize||Belizean|Belmopan
Benin||Beninese|Porto-Novo
Bhutan||Bhutanese|Thimphu
Bolivia||Bolivian|La Paz
Bosnia and Herzegovina|Bosnia,Bosnia-Herzegovina|Bosnian|Sarajevo
Botswana||Botswanan,Motswana,Batswana|Gaborone
Brazil||Brazilian|Brasilia,Brasília
Brunei|Brunei Darussalam|Bruneian|Bandar Seri Begawan
Bulgaria||Bulgarian|Sofia
Burkina Faso||Burkinabe,Burkinabè|Ouagadougou
Burundi||Burundian|Bujumbura
Cambodia||Cambodian,Khmer|Phnom Penh
Cameroon||Cameroonian|Yaounde,Yaoundé
Canada||Canadian|Ottawa
Cape Verde|Cabo Verde|Cape Verdean|Praia
Central African Republic|CAR|Central African|Bangui
Chad||Chadian|N'Djamena
Chile||Chilean|
China|PRC,People's Republic of China,mainland China|Chinese|Beijing,Peking
Colombia||Colombian|Bogota,Bogotá
Comoros||Comorian,Comoran|Moroni
Costa Rica||Costa Rican|
Croatia||Croatian,Croat|Zagreb
Cuba||Cuban|Havana
Cyprus||Cypriot|Nicosia
Czech Republic|Czechia|Czech|Prague
Democratic Republic of the Congo|DR Congo,DRC,Congo,Democratic Republic of Congo,D.R. Congo,Congo-Kinshasa|Congolese|Kinshasa
Denmark||Danish,Dane,Danes|Copenhagen
Djibouti||Djiboutian|
Dominica|||Roseau
Dominican Republic||Dominican|Santo Domingo
East Timor|Timor-Leste|Timorese,East Timorese|Dili
Ecuador||Ecuadorian,Ecuadorean|Quito
Egypt||Egyptian|Cairo
El Salvador||Salvadoran,Salvadorean|San Salvador
Equatorial Guinea||Equatorial Guinean,Equatoguinean|Malabo
Eritrea||Eritrean|Asmara
Estonia||Estonian|Tallinn
Eswatini|Swaziland|Swazi|Mbabane
Ethiopia||Ethiopian|Addis Ababa
Fiji||Fijian|Suva
Finland||Finnish,Finn,Finns|Helsinki
France||French,Frenchman,Frenchwoman,Frenchmen|Paris,Élysée,Elysée,Elysee,Élysée Palace,Elysee Palace,Quai d'Orsay
Gabon||Gabonese|Libreville
Gambia|The Gambia|Gambian|Banjul
Georgia||Georgian|Tbilisi
Germany|Federal Republic of Germany|German|Berlin
Ghana||Ghanaian|Accra
Greece||Greek|Athens
Grenada||Grenadian|
Guatemala||Guatemalan|
Guinea||Guinean|Conakry
Guinea-Bissau||Bissau-Guinean|Bissau
Guyana||Guyanese|
Haiti||Haitian|Port-au-Prince
Honduras||Honduran|Tegucigalpa
Hungary||Hungarian|Budapest
Iceland||Icelandic,Icelander|Reykjavik,Reykjavík
India||Indian|New Delhi,Delhi
Indonesia||Indonesian|Jakarta
Iran|Islamic Republic of Iran,Islamic Republic|Iranian|Tehran,Teheran
Iraq||Iraqi|Baghdad
Ireland|Republic of Ireland,Irish Republic|Irish,Irishman,Irishwoman|Dublin
Israel||Israeli|Jerusalem,Tel Aviv
Italy||Italian|Rome
Ivory Coast|Côte d'Ivoire,Cote d'Ivoire|Ivorian|Abidjan,Yamoussoukro
Jamaica||Jamaican|
Japan||Japanese|Tokyo
Jordan||Jordanian|Amman
Kazakhstan||Kazakh,Kazakhstani|Astana,Nur-Sultan
Kenya||Kenyan|Nairobi
Kiribati||I-Kiribati|Tarawa
Kosovo||Kosovar,Kosovan|Pristina
Kuwait||Kuwaiti|
Kyrgyzstan||Kyrgyz,Kyrgyzstani|Bishkek
Laos|Lao PDR|Laotian,Lao|Vientiane
Latvia||Latvian|Riga
Lebanon||Lebanese|Beirut
Lesotho||Basotho,Mosotho|Maseru
Liberia||Liberian|Monrovia
Libya||Libyan|Tripoli
Liechtenstein||Liechtensteiner|Vaduz
Lithuania||Lithuanian|Vilnius
Luxembourg||Luxembourgish,Luxembourger|
Madagascar||Malagasy|Antananarivo
Malawi||Malawian|Lilongwe
Malaysia||Malaysian|Kuala Lumpur,Putrajaya
Maldives|The Maldives|Maldivian|Malé
Mali||Malian|Bamako
Malta||Maltese|Valletta
Marshall Islands||Marshallese|Majuro
Mauritania||Mauritanian|Nouakchott
Mauritius||Mauritian|Port Louis
Mexico||Mexican|Mexico City
Micronesia||Micronesian|Palikir
Moldova||Moldovan|Chisinau,Chișinău
Monaco||Monegasque|
Mongolia||Mongolian|Ulaanbaatar,Ulan Bator
Montenegro||Montenegrin|Podgorica
Morocco||Moroccan|Rabat
Mozambique||Mozambican|Maputo
Myanmar|Burma|Burmese|Naypyidaw,Naypyitaw,Yangon,Rangoon
Namibia||Namibian|Windhoek
Nauru||Nauruan|
Nepal||Nepali,Nepalese|Kathmandu
Netherlands|The Netherlands,Holland|Dutch,Dutchman,Dutchwoman|The Hague,Hague,Amsterdam
New Zealand|Aotearoa,NZ|New Zealander,Kiwi|Wellington,Beehive
Nicaragua||Nicaraguan|Managua
Niger||Nigerien|Niamey
Nigeria||Nigerian|Abuja
North Korea|DPRK,Democratic People's Republic of Korea|North Korean|Pyongyang
North Macedonia|Macedonia,FYROM|Macedonian,North Macedonian|Skopje
Norway||Norwegian|Oslo
Oman||Omani|Muscat
Pakistan||Pakistani|Islamabad
Palau||Palauan|Ngerulmud
Palestine|Palestinian Territories,State of Palestine|Palestinian|Ramallah
Panama||Panamanian|Panama City
Papua New Guinea|PNG|Papua New Guinean,Papuan|Port Moresby
Paraguay||Paraguayan|Asuncion,Asunción
Peru||Peruvian|Lima
Philippines|The Philippines|Filipino,Filipina,Philippine|Manila,Malacañang,Malacanang
Poland||Polish,Pole,Poles|Warsaw
Portugal||Portuguese|Lisbon
Qatar||Qatari|Doha
Republic of the Congo|Congo-Brazzaville,Congo Republic,Republic of Congo|Congolese|Brazzaville
Romania||Romanian|Bucharest
Russia|Russian Federation|Russian|Moscow,Kremlin
Rwanda||Rwandan|Kigali
Saint Kitts and Nevis|St. Kitts and Nevis,St Kitts and Nevis|Kittitian|Basseterre
Saint Lucia|St. Lucia,St Lucia|Saint Lucian,St. Lucian|Castries
Saint Vincent and the Grenadines|St. Vincent,St Vincent and the Grenadines|Vincentian|Kingstown
Samoa||Samoan|Apia
San Marino||Sammarinese|
São Tomé and Príncipe|Sao Tome and Principe|Santomean|
Saudi Arabia|Kingdom of Saudi Arabia,KSA,Saudi|Saudi,Saudis,Saudi Arabian|Riyadh
Senegal||Senegalese|Dakar
Serbia||Serbian,Serb|Belgrade
Seychelles||Seychellois|
Sierra Leone||Sierra Leonean|Freetown
Singapore||Singaporean|
Slovakia|Slovak Republic|Slovak,Slovakian|Bratislava
Slovenia||Slovenian,Slovene|Ljubljana
Solomon Islands||Solomon Islander|Honiara
Somalia||Somali,Somalian|Mogadishu
South Africa||South African|Pretoria
South Korea|Republic of Korea,ROK|South Korean|Seoul,Blue House
South Sudan||South Sudanese|Juba
Spain||Spanish,Spaniard|Madrid,Moncloa
Sri Lanka||Sri Lankan|Colombo
Sudan||Sudanese|Khartoum
Suriname||Surinamese|Paramaribo
Sweden||Swedish,Swede,Swedes|Stockholm
Switzerland||Swiss|Bern,Berne
Syria||Syrian|Damascus
Taiwan|Republic of China|Taiwanese|Taipei
Tajikistan||Tajik,Tajikistani|Dushanbe
Tanzania||Tanzanian|Dodoma
Thailand||Thai,Thais|Bangkok
Togo||Togolese|Lomé,Lome
Tonga||Tongan|Nuku'alofa
Trinidad and Tobago|Trinidad & Tobago,Trinidad|Trinidadian,Tobagonian|Port of Spain
Tunisia||Tunisian|Tunis
Turkey|Türkiye,Turkiye|Turkish,Turk,Turks|Ankara
Turkmenistan||Turkmen|Ashgabat
Tuvalu||Tuvaluan|Funafuti
Uganda||Ugandan|Kampala
Ukraine||Ukrainian|Kyiv,Kiev
United Arab Emirates|UAE,U.A.E.,Emirates|Emirati|Abu Dhabi
United Kingdom|UK,U.K.,Britain,Great Britain|British,Briton,Brit|London,Downing Street,10 Downing Street,No 10,Whitehall
United States|US,U.S.,USA,U.S.A.,United States of America,America,U.S|American|Washington,White House
Uruguay||Uruguayan|Montevideo
Uzbekistan||Uzbek,Uzbekistani|Tashkent
Vanuatu||Vanuatuan,ni-Vanuatu|Port Vila
Vatican City|Vatican,Holy See,The Vatican||
Venezuela||Venezuelan|Caracas,Miraflores
Vietnam|Viet Nam|Vietnamese|Hanoi
Yemen||Yemeni|Sanaa,Sana'a
Zambia||Zambian|Lusaka
Zimbabwe||Zimbabwean|Harare
Hong Kong||Hongkonger,Hong Konger|
England||English,Englishman,Englishwoman|
Scotland||Scottish,Scot,Scots|Holyrood
Wales||Welsh|
Northern Ireland||Northern Irish|Stormont
Greenland||Greenlandic,Greenlander|Nuuk
Puerto Rico||Puerto Rican|
Chechnya||Chechen|Grozny
Catalonia||Catalan|
Crimea||Crimean|
Soviet Union|USSR,U.S.S.R.|Soviet|
`

/** Regions and organisations whose adjective or seat also leads to them: "European officials", "Brussels said". */
const unions = `
Europe||European|
Africa||African|
Asia||Asian|
Latin America||Latin American|
Scandinavia||Scandinavian|
`

/** "the US" is a country and "Georgia" a US state or a country; the states of the US and provinces that papers write without more. */
const regions = `Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,Florida,Hawaii,Idaho,Illinois,Indiana,Iowa,
Kansas,Kentucky,Louisiana,Maine,Maryland,Massachusetts,Michigan,Minnesota,Mississippi,Missouri,Montana,Nebraska,Nevada,New Hampshire,
New Jersey,New Mexico,North Carolina,North Dakota,Ohio,Oklahoma,Oregon,Pennsylvania,Rhode Island,South Carolina,South Dakota,Tennessee,
Texas,Utah,Vermont,Virginia,West Virginia,Wisconsin,Wyoming,Ontario,Quebec,British Columbia,Alberta,Manitoba,Saskatchewan,Nova Scotia,
New South Wales,Queensland,Tasmania,Bavaria,Saxony,Catalonia,Andalusia,Lombardy,Tuscany,Sicily,Punjab,Kashmir,Sindh,Gujarat,Maharashtra,
Kerala,Tamil Nadu,Karnataka,Uttar Pradesh,Bihar,West Bengal,Assam,Tibet,Xinjiang,Guangdong,Sichuan,Yunnan,Donbas,Crimea,
West Bank,Gaza,Gaza Strip,Golan Heights,East Jerusalem,Kurdistan,Darfur,Tigray,Abkhazia,South Ossetia,Transnistria,Nagorno-Karabakh,Flanders,Wallonia,Siberia`

/** Short forms that papers use for states of the US; all end in a point, so that "Miss" and "Wash" are none. */
const shortStates = new Map(`Ala.=Alabama Ariz.=Arizona Ark.=Arkansas Calif.=California Colo.=Colorado Conn.=Connecticut Del.=Delaware Fla.=Florida Ga.=Georgia
Ill.=Illinois Ind.=Indiana Kan.=Kansas Ky.=Kentucky La.=Louisiana Md.=Maryland Mass.=Massachusetts Mich.=Michigan Minn.=Minnesota Miss.=Mississippi Mo.=Missouri
Mont.=Montana Neb.=Nebraska Nev.=Nevada N.H.=New_Hampshire N.J.=New_Jersey N.M.=New_Mexico N.Y.=New_York N.C.=North_Carolina N.D.=North_Dakota Okla.=Oklahoma
Ore.=Oregon Pa.=Pennsylvania R.I.=Rhode_Island S.C.=South_Carolina S.D.=South_Dakota Tenn.=Tennessee Tex.=Texas Va.=Virginia Vt.=Vermont Wash.=Washington
W.Va.=West_Virginia Wis.=Wisconsin Wyo.=Wyoming`.split(/\s+/).map((pair) => pair.replaceAll('_', ' ').split('=') as [string, string]))

/** Offices and houses that speak for a state: organisations in the graph, not places. */
const houses = new Set(['kremlin', 'white house', 'downing street', '10 downing street', 'no 10', 'whitehall', 'elysee', 'élysée', 'elysée',
  'elysee palace', 'élysée palace', "quai d'orsay", 'blue house', 'casa rosada', 'malacañang', 'malacanang', 'moncloa', 'miraflores', 'beehive', 'stormont', 'holyrood'].map(fold))

const continents = new Set(unions.trim().split('\n').map((line) => fold(line.split('|')[0] ?? '')))
const byName = new Map<string, Country>()
const byDemonym = new Map<string, Country>()
const bySeat = new Map<string, Country>()
const regionNames = new Set(regions.split(/,\s*/).map(fold))

for (const [table, areStates] of [[states, true], [unions, false]] as const) {
  for (const line of table.trim().split('\n')) {
    const [name = '', others = '', demonyms = '', seats = ''] = line.split('|')
    const names = [name, ...others.split(',').filter(Boolean)]
    const country: Country = { name, names }
    if (areStates) for (const each of names) if (!byName.has(fold(each))) byName.set(fold(each), country)
    for (const each of demonyms.split(',').filter(Boolean)) {
      for (const form of [each, `${each}s`]) if (!byDemonym.has(fold(form))) byDemonym.set(fold(form), country)
    }
    for (const seat of seats.split(',').filter(Boolean)) bySeat.set(fold(seat), country)
  }
}

/** The state of this name: "U.S." → United States. */
export function countryNamed(name: string): Country | undefined { return byName.get(fold(name)) }

/** The state or continent of an adjective or people: "Burmese" → Myanmar, "Britons" → United Kingdom. */
export function countryOfDemonym(word: string): Country | undefined { return byDemonym.get(fold(word)) }

/** The state that a capital or a house of government may speak for: "the Kremlin" → Russia. */
export function countryOfSeat(name: string): Country | undefined { return bySeat.get(fold(name)) }

/** Whether it is a continent or the like: "Europe". */
export function isContinent(name: string): boolean { return continents.has(fold(name)) }

/** Whether this seat is an office rather than a town: "the White House". */
export function isHouse(name: string): boolean { return houses.has(fold(name)) }

/** Whether it is a well-known part of a state: "Texas". */
export function isRegion(name: string): boolean { return regionNames.has(fold(name)) || shortStates.has(name) }

/** The state of a short form: "Wis." → Wisconsin. */
export function stateOfShort(name: string): string | undefined { return shortStates.get(name) }
