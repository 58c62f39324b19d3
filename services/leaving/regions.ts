import { plainLetters } from '../core/text/names.ts'

/** Letters of two that stand for a country or a language; what stands for nothing comes back as it is. */
const CODES = [...'abcdefghijklmnopqrstuvwxyz'].flatMap((one, _, all) => all.map((two) => one + two))

const named = (type: 'region' | 'language', code: (letters: string) => string): string[] =>
  ['nl', 'en'].flatMap((language) => {
    const names = new Intl.DisplayNames([language], { type, fallback: 'none' })
    return CODES.flatMap((letters) => names.of(code(letters)) ?? [])
  })

/** Towns that are written about in every municipality. */
const TOWNS =
  `Amsterdam Rotterdam Utrecht Eindhoven Groningen Tilburg Almere Breda Nijmegen Enschede Haarlem Arnhem Zaanstad
  Amersfoort Apeldoorn Hoofddorp Haarlemmermeer Zwolle Zoetermeer Leiden Leeuwarden Maastricht Dordrecht Ede Alphen Westland
  Alkmaar Emmen Delft Venlo Deventer Sittard Helmond Oss Hilversum Amstelveen Heerlen Purmerend Schiedam Roosendaal Lelystad
  Vlaardingen Gouda Hoorn Spijkenisse Assen Veenendaal Katwijk Zeist Nieuwegein Hengelo Roermond Doetinchem Middelburg
  Terneuzen Drachten Heerenveen Hague Brussel Antwerpen Brussels Nederland Holland Friesland Drenthe Overijssel Flevoland
  Gelderland Zeeland Brabant Limburg Europa Europe Afrika Africa Azië Asia Amerika America Bonaire Saba`.split(/\s+/)

const REGIONS = new Set(
  [...named('region', (letters) => letters.toUpperCase()), ...named('language', (letters) => letters), ...TOWNS]
    .flatMap((name) => name.split(/[\s()-]+/))
    .filter((name) => name.length > 2)
    .map(plainLetters),
)

/** A country, a language or a large town: nobody is called so by it alone. */
export const isRegion = (word: string): boolean => REGIONS.has(plainLetters(word))
