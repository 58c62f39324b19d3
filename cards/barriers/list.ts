import type { BarrierShown, BarriersShown } from '../../services/barriers/schema.ts'
import type { Language } from '../../services/core/ports.ts'
import type { RunningLine } from '../../services/running/running.ts'
import { type Card, card, onOneLine, row, section, shortened, text } from '../kit/card.ts'
import { codeOf } from '../kit/code.ts'
import { commands, typed } from '../kit/commands.ts'
import { facts, leafIn } from '../kit/dates.ts'
import { barrierWords } from './words.ts'

/** So many on one card: with more it is too high for a phone. */
const ROWS = 5
/** In characters. */
const SHOWN = 70

/** One under another, the oldest first: the whole row leads to it. */
const rowsOf = (language: Language, all: readonly BarrierShown[]) =>
  all.slice(0, ROWS).map((one, place) => {
    const words = barrierWords(language)
    const what = shortened(onOneLine(one.text), SHOWN)
    const about = facts(words.places[one.place], words.age(one.weeks), one.owner)
    const leaf = one.next ? leafIn(language, one.next) : undefined
    const press = { verb: 'barrier.open', data: { barrier: one.id } }
    const drawn = row({ leaf, who: undefined, what, about, name: `${what}. ${about}`, press })
    return { ...drawn, ...(place > 0 && { separator: true }) }
  })

const typedRows = (language: Language, all: readonly BarrierShown[]) =>
  all.slice(0, ROWS).map(({ id }) => typed(commands.openBarrier, language, codeOf(id)))

/** The list as it is read in the chat: what is in progress, the oldest first. */
export function barrierListCard(language: Language, { open, goneThisYear }: BarriersShown): Card {
  const words = barrierWords(language)
  const isEmpty = open.length === 0
  return card({
    language,
    eyebrow: words.name,
    title: isEmpty && goneThisYear === 0 ? words.none : words.listTitle(goneThisYear),
    content: isEmpty ? [text(words.noneText)] : [section(words.inProgress), ...rowsOf(language, open)],
    equal: !isEmpty,
    buttons: [{ title: words.add, verb: 'barrier.begin', typed: typed(commands.beginBarrier, language) }],
    rows: typedRows(language, open),
  })
}

/** What waits for who keeps the list, or for who has several on one day. */
export function waitingBarriersCard(
  language: Language,
  what: 'keeperTitle' | 'dueTitle',
  all: readonly BarrierShown[],
) {
  const words = barrierWords(language)
  return card({
    language,
    eyebrow: words.name,
    title: words[what],
    content: rowsOf(language, all),
    equal: true,
    buttons: [{ title: words.all, verb: 'barrier.show', typed: typed(commands.barriers, language) }],
    rows: typedRows(language, all),
  })
}

/** What it is on the list of all that runs. */
export function barrierLine(language: Language, one: BarrierShown): RunningLine {
  const words = barrierWords(language)
  const { part = 'joined', owner, text: about, next: until, id } = one
  const isMine = part === 'asked' || part === 'owns' || part === 'keeps'
  const holder = !isMine && owner ? owner : undefined
  return {
    turn: isMine ? 'yours' : 'others',
    ...(holder && { holder }),
    what: holder ? words.running.held : words.running[part],
    about,
    ...(until && { until }),
    opens: { verb: 'barrier.open', data: { barrier: id } },
    page: 'potloodlijst',
  }
}
