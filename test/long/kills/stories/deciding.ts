import { inOwn, type Written } from '../ledger.ts'
import { buttonOf, expected, type World } from '../someone.ts'
import type { Story } from './story.ts'

const MOST_POINTS = 5

/** A manager answers the quotes and each point of the newest pulse, and sends it to the team. */
export function decidingStory({ ledger }: World): Story {
  return async function decide(one) {
    const pulse = await one.says('leerpuls')
    if (!buttonOf(pulse.card, 'pulse.respond')) return
    const written: Written[] = []
    let now = await one.presses(pulse, 'pulse.respond')
    for (let point = 0; point < MOST_POINTS && buttonOf(now.card, 'pulse.note'); point++) {
      const words = ledger.write(one.person, 'a decision')
      written.push(words)
      const reason = `Wij lazen dit met elkaar en pakken het samen op, ${words.marker}.`
      const isPoint = now.card.body.some(({ id }) => id === 'decision')
      const given = isPoint ? { decision: 'niet', reason, owner: '', hears: '' } : { reason }
      now = await one.presses(now, 'pulse.note', given)
    }
    // Somebody else has the turn, or it was sent before.
    if (written.length === 0) return
    expected(now, 'pulse.send')
    await one.presses(now, 'pulse.send')
    for (const words of written) {
      // What was decided lies with the point, as it was noted and as it was sent.
      words.kept = { responses: 2, decisions: 1 }
      words.exported = [inOwn(words, 'decided')]
    }
  }
}
