import type { Card } from '../../../cards/kit/card.ts'
import type { PersonId } from '../../../services/core/ports.ts'
import type { Effect } from './effects.ts'
import { buttonOf } from './mailbox.ts'
import type { Someone } from './someone.ts'

/** Who asks, how a colleague is found by who they are, and which of the ways is taken. */
export interface Question {
  asker: Someone
  colleague(person: PersonId): Someone
  text: string
  nth: number
}

const CHOOSE = 'ask.choose'
const SEND = 'ask.send'
const ACCEPT = 'offer.accept'
const ANSWER = 'Dat regel je bij de balie, met het formulier van vorig jaar.'

/** An ask from the question to the thanks, each step pressed or typed; every fourth colleague says no. */
export async function askedAndAnswered({ asker, colleague, text, nth }: Question): Promise<Effect[]> {
  const { tenant, person } = asker
  const looking = await asker.says(`wie weet iets van ${text}?`, CHOOSE)
  const ask = buttonOf(looking, CHOOSE)?.data.ask ?? ''
  await sent(asker, looking, nth)
  const [offered] = await asker.seesOfAnybody(ACCEPT, { ask })
  if (!offered) throw new Error('nobody was asked')
  const helper = colleague(offered.person)
  const about = { tenant, person, ask, helper: helper.person }
  if (nth % 4 === 3) {
    await helper.presses(offered.card, 'offer.decline')
    return [{ kind: 'declined', ...about }]
  }
  await answered(helper, offered.card, nth)
  const answer = await asker.sees('ask.helped', { ask })
  if (nth % 2 === 0) await asker.presses(answer, 'ask.helped', { keep: 'true' })
  else await asker.says('dit hielp, bewaar')
  const thanks = await helper.sees('offer.keep-yes', { ask })
  await helper.presses(thanks, 'offer.keep-yes')
  return [{ kind: 'asked', ...about, text: ANSWER }]
}

/** What a colleague will read is seen before it goes. */
async function sent(asker: Someone, looking: Card, nth: number): Promise<void> {
  if (nth % 2 === 0) {
    await asker.presses(await asker.presses(looking, CHOOSE), SEND)
    return
  }
  await asker.says('vraag het')
  await asker.says('vraag het')
}

async function answered(helper: Someone, offer: Card, nth: number): Promise<void> {
  if (nth % 4 === 1) {
    await helper.says('ik help')
    await helper.says(`mijn antwoord: ${ANSWER}`)
  } else {
    const reply = await helper.presses(offer, ACCEPT)
    await helper.presses(reply, 'offer.reply', { text: ANSWER })
  }
}
