/**
 * Bodies that papers name in several ways without saying so: "EU" → European Union, "Luftwaffe" → German Air Force.
 * One line a body: usual name, then its other names. Facts, written from general knowledge.
 */
import { fold } from './name-forms.js'

const bodies = `European Union|EU|E.U.|European bloc
European Commission|EC|EU Commission
European Parliament|EU Parliament
European Central Bank|ECB
United Nations|UN|U.N.|UNO|United Nations Organization
UN Security Council|United Nations Security Council|U.N. Security Council
North Atlantic Treaty Organization|NATO|Nato
International Monetary Fund|IMF
World Health Organization|WHO|World Health Organisation
World Trade Organization|WTO
International Atomic Energy Agency|IAEA
UN Refugee Agency|UNHCR|U.N. Refugee Agency|United Nations High Commissioner for Refugees
International Criminal Court|ICC
Islamic State|ISIS|ISIL|IS|Daesh|Islamic State group|self-styled Islamic State|so-called Islamic State|Islamic State of Iraq and Syria
Federal Bureau of Investigation|FBI|F.B.I.
Central Intelligence Agency|CIA|C.I.A.
National Security Agency|NSA
Department of Homeland Security|DHS
Department of Justice|DOJ|Justice Department|US Justice Department|U.S. Justice Department
State Department|US State Department|U.S. State Department|Department of State
Defense Department|Department of Defense|Pentagon
Environmental Protection Agency|EPA
Food and Drug Administration|FDA
Federal Reserve|Fed|US Federal Reserve|U.S. Federal Reserve
Federal Security Service|FSB
Organization for Security and Co-operation in Europe|OSCE
Organization of the Petroleum Exporting Countries|OPEC
Association of Southeast Asian Nations|ASEAN
African Union|AU
Alternative for Germany|AfD|Alternative für Deutschland
Social Democratic Party|SPD|Social Democrats
Christian Democratic Union|CDU|Christian Democrats
Christian Social Union|CSU
Free Democratic Party|FDP|Free Democrats
Bundeswehr|German military|German armed forces|German army
German Air Force|Luftwaffe
German parliament|Bundestag|German Bundestag
German Foreign Office|German Foreign Ministry
National Front|Front National
Republican Party|GOP|G.O.P.|Grand Old Party
Democratic Party|Dems
African National Congress|ANC
Kurdistan Workers' Party|PKK
Revolutionary Armed Forces of Colombia|FARC
Palestine Liberation Organization|PLO
Israel Defense Forces|IDF|Israeli army|Israeli military|Israel Defence Forces
Amnesty International|Amnesty
Human Rights Watch|HRW
Doctors Without Borders|MSF|Médecins Sans Frontières
International Committee of the Red Cross|ICRC
International Olympic Committee|IOC
National Rifle Association|NRA
New York Police Department|NYPD
Los Angeles Police Department|LAPD
Democratic National Committee|DNC
Republican National Committee|RNC
National Health Service|NHS`

const usualName = new Map<string, string>()
for (const line of bodies.split('\n')) {
  const names = line.split('|')
  for (const name of names) usualName.set(fold(name), names[0]!)
}

/** The usual name of a well-known body, for comparison only. */
export function wellKnown(name: string): string | undefined { return usualName.get(fold(name)) }
