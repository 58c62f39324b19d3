import type { Language } from '../../services/core/ports.ts'
import type { Figure } from '../../services/pulse/rules/figures.ts'
import type { Tally } from '../../services/pulse/rules/tally.ts'
import { atStart, type Element, run } from '../kit/card.ts'
import { ticksWords } from '../reflection/ticks-words.ts'
import { organisationWords } from './organisation-words.ts'
import { pulseWords } from './words.ts'

/** What was named, as it could be ticked. */
export function namedIn(language: Language, figures: readonly Figure[]) {
  const of = (item: string) =>
    figures.flatMap((one) =>
      one.item.startsWith(`${item}: `) ? [atStart(tickIn(language, one.item.slice(item.length + 2)))] : [],
    )
  return { needs: of('behoefte of belemmering'), topics: of('onderwerp') }
}

/** A tick in the reader's language. */
export function tickIn(language: Language, tick: string): string {
  const { topics, needs, former } = ticksWords(language)
  const said: Record<string, string> = { ...topics, ...needs, ...former }
  return said[tick] ?? tick
}

/** How they learned, a sentence for each way. */
export function howsIn(language: Language, figures: readonly Figure[]): string[] {
  const { amounts } = pulseWords(language)
  return figures.flatMap(({ item, shown }) => {
    const amount = amounts[shown as keyof typeof amounts]
    return item.startsWith('hoe: ') && amount ? [`${amount} ${wayIn(language, item.slice(5))}.`] : []
  })
}

/** A way of learning as a sentence ends with it. */
export function wayIn(language: Language, way: string): string {
  const { ways } = pulseWords(language)
  return ways[way as keyof typeof ways] ?? way
}

/** R3: in how many blocks the same was said, a sentence for each. */
export function tallyIn(language: Language, { blocks: all, said }: Tally): string[] {
  const words = organisationWords(language)
  return said.map(({ figure, blocks }) => {
    const { needs, topics } = namedIn(language, [figure])
    const [what = figure.item] = [...needs, ...topics, ...howsIn(language, [figure])]
    return words.inBlocks(blocks, all, what)
  })
}

/** The same on a card, for each unit. */
export const higherLines = (language: Language, higher: readonly Tally[]): Element[] =>
  higher.flatMap((one) => {
    const lines = tallyIn(language, one)
    return [
      { ...run(higherTitle(language, one), { weight: 'Bolder' }), spacing: 'Large' as const },
      ...(lines.length > 0 ? lines : [pulseWords(language).nothing]).map((line) => run(line)),
    ]
  })

export const higherTitle = (language: Language, { unit }: Tally): string => organisationWords(language).higher(unit)
