import { foldedHeading } from '../../core/text/folded-heading.ts'
import { FormInDoubt } from './entry.ts'

export const COLUMNS = ['question', 'answer', 'checked', 'keeper', 'source', 'topic', 'mark'] as const
export type Column = (typeof COLUMNS)[number]

/** By what names these columns go, the clearest first. A heading means the first column here that wants it. */
const NAMES: Record<Column, string> = {
  question: `vraag question vragen questions vraagstelling faq titel title kop korteomschrijving samenvatting naam name
    onderwerp subject`,
  answer: `antwoord answer antwoorden answers inhoud content body tekst text oplossing solution werkinstructie instructie
    uitleg toelichting werkwijze omschrijving beschrijving description reactie`,
  topic: `onderwerp topic thema theme categorie category rubriek subcategorie hoofdstuk domein product trefwoorden trefwoord
    keywords tags labels map folder`,
  keeper: `bewaarder keeper eigenaar owner inhoudelijkeigenaar proceseigenaar beheerder verantwoordelijke contactpersoon
    contact auteur author operator behandelaar gewijzigddoor modifiedby gemaaktdoor createdby`,
  mark: 'kenmerk',
  source: 'bron source herkomst uitbron',
  checked: `gecontroleerdop checkedon checked laatstgecontroleerd nagekekenop nagekeken gecontroleerd lastreviewed reviewdatum
    geactualiseerdop laatstbijgewerkt bijgewerktop laatstewijziging wijzigingsdatum gewijzigdop gewijzigd modified datum date`,
}
const KNOWN = Object.fromEntries(COLUMNS.map((column) => [column, NAMES[column].split(/\s+/)])) as Record<
  Column,
  string[]
>

export type Places = ReadonlyMap<Column, number>

/** Which column is where; a heading says one thing. */
function placesIn(headings: readonly string[]): Map<Column, number> {
  const folded = headings.map(foldedHeading)
  const places = new Map<Column, number>()
  for (const column of COLUMNS) {
    const name = KNOWN[column].find((one) => folded.some((heading, at) => heading === one && !isTaken(places, at)))
    const at = folded.findIndex((heading, place) => heading === name && !isTaken(places, place))
    if (name !== undefined && at >= 0) places.set(column, at)
  }
  return places
}

const isTaken = (places: Places, at: number) => [...places.values()].includes(at)

/** What a single name in a document says, such as `eigenaar`. */
export const columnNamed = (name: string): Column | undefined =>
  (['keeper', 'checked', 'topic'] as const).find((column) => KNOWN[column].includes(foldedHeading(name)))

/** How much a line looks like the headings of questions with answers. */
export function weighHeadings(cells: readonly string[]): number {
  const places = placesIn(cells)
  return places.size + (places.has('question') ? 50 : 0) + (places.has('answer') ? 50 : 0)
}

/** Whether these cells are the headings of questions with answers. */
export const areHeadings = (cells: readonly string[]) => weighHeadings(cells) > 100

/** @throws {FormInDoubt} when the question or the answer is in no column, or in two */
export function readHeadings(headings: readonly string[], line: number): Places {
  const places = placesIn(headings)
  const shown = headings.map((one) => one.replace(/\s+/g, ' ').trim()).filter(Boolean)
  const missing = (['question', 'answer'] as const).filter((column) => !places.has(column))
  if (missing.length > 0) {
    const names = missing.map((column) => (column === 'question' ? 'Vraag' : 'Antwoord')).join(' and ')
    const seen = shown.length > 0 ? ` It has: ${shown.slice(0, 12).join(', ').slice(0, 300)}.` : ''
    throw new FormInDoubt(`Line ${line}: no column is called ${names}. Name the columns so.${seen}`, {
      code: 'no-columns',
      line,
      about: shown.slice(0, 12).join(', ').slice(0, 300),
    })
  }
  const folded = headings.map(foldedHeading)
  const twice = [...places.values()].find((at) => folded.filter((one) => one === folded[at]).length > 1)
  if (twice !== undefined) {
    const about = headings[twice]?.trim() ?? ''
    throw new FormInDoubt(`Line ${line}: two columns are called ${about}. Rename one.`, {
      code: 'column-twice',
      line,
      about,
    })
  }
  return places
}
