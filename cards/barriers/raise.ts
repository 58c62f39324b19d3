import type { BarrierKind, BarrierProblem, BarrierShown } from '../../services/barriers/schema.ts'
import type { Language } from '../../services/core/ports.ts'
import { type Card, card, choice, field, onOneLine, shortened, text } from '../kit/card.ts'
import { codeOf } from '../kit/code.ts'
import { commands, typed } from '../kit/commands.ts'
import { ways } from '../kit/rows.ts'
import { barrierWords } from './words.ts'

/** In characters: a row has two lines for a barrier. */
const SHOWN = 90

export interface RaiseView {
  language: Language
  limit: number
  text?: string | undefined
  kind?: BarrierKind
  who?: string | undefined
  problem?: BarrierProblem | undefined
  /** What may be about the same is on the list already. */
  similar?: readonly Pick<BarrierShown, 'id' | 'text'>[]
}

/** What somebody puts on the list, before it is there: their own words, who reads them, and what is like it. */
export function raiseCard(view: RaiseView): Card {
  const { language, limit, text: own, kind = 'in-de-weg', who, problem, similar = [] } = view
  const words = barrierWords(language)
  const hasSimilar = similar.length > 0
  const rows = similar.map(({ id, text: other }) => ({
    title: shortened(onOneLine(other), SHOWN),
    about: words.join,
    named: words.joinNamed(shortened(onOneLine(other), SHOWN)),
    verb: 'barrier.join',
    data: { barrier: id },
    typed: typed(commands.joinBarrier, language, codeOf(id)),
  }))
  return card({
    language,
    eyebrow: words.name,
    title: words.raiseTitle,
    content: [
      ...(problem ? [text(words.problems[problem])] : []),
      ...(hasSimilar ? [text(words.like), ...ways(rows), text(words.joinNote)] : []),
      field({ id: 'text', label: words.field, placeholder: words.example, value: own, limit }),
      choice({ id: 'kind', label: words.kind, value: kind, options: Object.entries(words.kinds) }),
      field({ id: 'who', label: words.who, placeholder: words.whoExample, value: who, limit: 200, multiline: false }),
    ],
    note: words.raiseNote,
    equal: hasSimilar,
    buttons: [
      {
        title: hasSimilar ? words.putAnyway : words.put,
        verb: 'barrier.raise',
        ...(hasSimilar && { data: { seen: 'true' } }),
        typed: typed(hasSimilar ? commands.putBarrierAnyway : commands.putBarrier, language, '…'),
      },
    ],
    rows: rows.map((one) => one.typed),
  })
}
