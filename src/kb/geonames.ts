/**
 * Places from GeoNames' own files: allCountries.txt, cities500.txt, a country's; and their other names, alternateNamesV2.txt.
 * In: lines of 19 columns parted by tabs. Out: a row for each state, first-level region and town: `2988507	Paris	Paris	…	48.85341	2.3488	P	PPLC	FR	…`;
 * of other names the English ones, and the ids of Wikidata. Not handled: mountains, rivers, buildings.
 */
import type { Reader } from './reader.js'
import { rowStatement, type Statement } from './statements.js'
import { priorOf } from './tables.js'

export function geonamesReader(): Reader {
  return { read: (line) => placeOf(line.toString().split('\t')) }
}

function placeOf(fields: readonly string[]): Statement[] {
  const [geonames = '', name = '', plain = '', others = '', lat = '', long = '', kind = '', code = '', country = '', , region = '', , , , inhabitants = ''] = fields
  if (!/^\d+$/u.test(geonames) || name === '' || !(kind === 'P' || kind === 'A' && /^(?:PCL|ADM1$)/u.test(code))) return []
  const situation = {
    feature: `${kind}.${code}`, country, region: region === '00' ? '' : region, inhabitants: Number(inhabitants) || 0,
    ...(lat !== '' && { lat: hundredths(lat), long: hundredths(long) }),
  }
  const aliases = [plain, ...others.split(',')].filter((other) => other !== name && /^[\p{sc=Latin}\p{P}\p{Zs}]+$/u.test(other))
  return [rowStatement({ geonames, kind: 'place', label: name, aliases: [...new Set(aliases)], prior: priorOf(situation), sources: ['geonames'], situation }, `geonames/${geonames}`)]
}

/** A kilometre is near enough. */
const hundredths = (degrees: string): number => Math.round(Number(degrees) * 100) / 100

/** `1556	2988507	en	Paris	1`; of languages `wkdt` is Wikidata. */
export function alternateNamesReader(): Reader {
  return {
    read: (line) => {
      const [, geonames = '', language = '', name = '', , , , isHistoric = ''] = line.toString().split('\t')
      const key = `geonames/${geonames}`
      if (!/^\d+$/u.test(geonames) || name === '') return []
      if (language === 'wkdt') return /^Q[1-9]\d*$/u.test(name) ? [{ key, sort: 'is', text: name }] : []
      return language === 'en' && isHistoric !== '1' ? [rowStatement({ geonames, isBare: true, aliases: [name.replace(/[\t|]+/gu, ' ')] }, key)] : []
    },
  }
}
