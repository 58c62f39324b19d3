import type { Found, Look, Remark } from '../../../services/knowledge/importing/finding.ts'
import type { KnowledgeItem } from '../../../services/knowledge/item.ts'

/** So many lines of each kind are printed; `--json` has all. */
const PRINTED = 50

const counted = (found: readonly Found[]) => {
  const of = (state: Found['state']) => found.filter((one) => one.state === state).length
  return { new: of('new'), same: of('same'), changed: of('changed'), refused: of('refused') }
}

/** `FAQ Wmo: 12 new, 3 changed, 80 the same, 2 refused`. */
export function summary({ source, found, gone }: Look): string {
  const { new: added, same, changed, refused } = counted(found)
  const removed = gone.length > 0 ? `, ${gone.length} gone` : ''
  return `${source}: ${added} new, ${changed} changed, ${same} the same, ${refused} refused${removed}`
}

/** What is refused first, then what is to be known, then what is new or changed. */
export function foundLines({ found, counts, gone }: Look): string[] {
  const place = counts === 'lines' ? 'line' : 'paragraph'
  const refused = found.filter(({ state }) => state === 'refused')
  const noted = found.filter(({ state, remarks }) => state !== 'refused' && remarks.length > 0)
  const line = ({ line: at, question, remarks }: Found) =>
    `${place} ${at}, "${short(question)}": ${remarks.map((remark) => remarkText(remark, place)).join('; ')}`
  return [
    ...listed('refused', refused.map(line)),
    ...listed('to be known', noted.map(line)),
    ...listed('new', titles(found, 'new')),
    ...listed('changed', titles(found, 'changed')),
    ...listed(
      'gone',
      gone.map(({ question = '' }) => short(question)),
    ),
  ]
}

const titles = (found: readonly Found[], state: Found['state']) =>
  found.filter((one) => one.state === state).map(({ question }) => short(question))

function listed(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return []
  const more = lines.length > PRINTED ? [`  and ${lines.length - PRINTED} more`] : []
  return [`${title} (${lines.length}):`, ...lines.slice(0, PRINTED).map((line) => `  ${line}`), ...more]
}

const short = (text: string) => (text.length > 70 ? `${text.slice(0, 69)}…` : text)

/** What is wrong or left out, and what to do. */
function remarkText({ code, about }: Remark, place: string): string {
  const texts: Record<Remark['code'], string> = {
    'no-question': 'there is no question. Write one',
    'no-answer': 'there is no answer. Write one',
    'too-long': 'this is too long: 4000 characters at most, and 300 for the question. Cut it with headings',
    cut: 'the file ends in the middle of this row. Export it again',
    moved: 'this row has more cells than there are headings. A cell with a separator in it wants quotes',
    differs: `${place} ${about} asks the same and answers otherwise. Keep one of the two`,
    'names-somebody': `it may name somebody: ${about}. Take the name out, or say --allow with this ${place}`,
    'no-keeper': 'nobody keeps it. Name a keeper in the file, or with --keeper',
    'taken-back': 'it was taken away in the knowledge bank. It does not come back by itself',
    'left-out': `left out of it: ${about}. Is it meant so? Say --allow with this ${place}`,
    'keeper-unknown': `nobody on the roster is called "${about}"`,
    'keeper-several': `more than one person is called "${about}". Write the e-mail address`,
    'no-date': `"${about}" is no day in the past`,
  }
  return texts[code]
}

/** For a machine: every entry, with what becomes of it. */
export const jsonOf = ({ source, counts, found, gone }: Look) => ({
  source,
  ...counted(found),
  gone: gone.length,
  counts,
  entries: found.map(({ line, question, state, remarks }) => ({ line, question, state, remarks })),
})

/** With a mark, so that Excel opens it as UTF-8. */
export const exportHead = '\uFEFFvraag;antwoord;onderwerp;bewaarder;gecontroleerd op;bron;kenmerk\r\n'

export const exportLine = ({ item, keeper }: { item: KnowledgeItem; keeper: string }): string => {
  const { question = '', text, topic = '', checked = '', source = '' } = item
  return `${[question, text, topic, keeper, checked.slice(0, 10), source, item.id].map(cell).join(';')}\r\n`
}

/** What begins like a formula would be run by a spreadsheet. */
const cell = (value: string) => `"${value.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`
