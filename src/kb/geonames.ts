/**
 * Places from GeoNames' own files: allCountries.txt, cities500.txt, a country's.
 * In: lines of 19 columns parted by tabs. Out: a row for each state, first-level region and town: `2988507	Paris	Paris	…	48.85341	2.3488	P	PPLC	FR	…`.
 * Not handled: mountains, rivers, buildings.
 */
import { type Row } from './rows.js'
import { priorOf } from './tables.js'

export async function* geonamesRows(lines: AsyncIterable<string>): AsyncGenerator<Row> {
  for await (const line of lines) {
    const [geonames = '', name = '', plain = '', others = '', lat = '', long = '', kind = '', code = '', country = '', , region = '', , , , inhabitants = ''] = line.split('\t')
    if (!/^\d+$/u.test(geonames) || name === '' || !(kind === 'P' || kind === 'A' && /^(?:PCL|ADM1$)/u.test(code))) continue
    const situation = {
      feature: `${kind}.${code}`, country, region: region === '00' ? '' : region, inhabitants: Number(inhabitants) || 0,
      ...(lat !== '' && { lat: hundredths(lat), long: hundredths(long) }),
    }
    const aliases = [plain, ...others.split(',')].filter((other) => other !== name && /^[\p{sc=Latin}\p{P}\p{Zs}]+$/u.test(other))
    yield { id: '', geonames, kind: 'place', label: name, aliases: [...new Set(aliases)], title: '', prior: priorOf(situation), domain: '', facts: [], sources: ['geonames'], situation }
  }
}

/** A kilometre is near enough. */
const hundredths = (degrees: string): number => Math.round(Number(degrees) * 100) / 100
