import type { Store } from '../core/ports.ts'
import { type AnsweringPorts, answering } from './answering.ts'
import type { Author } from './author.ts'
import { askingConsent, type ConsentingPorts, consenting } from './consenting.ts'
import { forThePulse } from './for-the-pulse.ts'
import { journals } from './journal.ts'
import { moments, present } from './moment.ts'
import type { LeaveInput } from './schema.ts'
import { type SettlingPorts, settling } from './settling.ts'
import { takingBack } from './taking-back.ts'
import { ticking } from './ticking.ts'
import { leftTexts } from './unsaved/left-text.ts'
import { secondTexts } from './unsaved/second-text.ts'
import { twoTexts } from './unsaved/two-texts.ts'
import { markOf, type UnsavedTexts } from './unsaved/unsaved-texts.ts'
import { writing } from './writing.ts'

export { OWN, type Question } from './answering.ts'
export type { Author, Reader, Standing } from './author.ts'
export type { Answered } from './writing.ts'

export interface ReflectionPorts extends ConsentingPorts, SettlingPorts, AnsweringPorts {
  store: Store
  unsaved: UnsavedTexts
}

/** Moments: written, read back, changed, shared and taken back by the one person they belong to. */
export function reflection(ports: ReflectionPorts) {
  const all = moments(ports.store)
  const seconds = secondTexts(ports)
  const left = leftTexts(ports)
  const settled = settling(ports, all)
  const asking = askingConsent(ports)
  const answers = answering(ports, all, writing(ports, { all, seconds, left, settled, asking }))

  return {
    ...answers,
    ...twoTexts({ all, seconds, settled, answer: answers.answer }),
    ...consenting(all, asking, settled),
    ...ticking(all, settled),
    ...takingBack(ports, all, settled),
    ...journals(all),
    ...forThePulse(all),

    of: (author: Pick<Author, 'tenant' | 'person'>, id: string) => present(all, author, id),
    standing: settled.standing,
    askConsent: asking.askConsent,
    leftOf: left.leftOf,
    markOf: (text: string) => markOf(ports.secrets, text),
    waiting: seconds.waiting,
    newestWaiting: seconds.newest,
    hold: seconds.hold,

    /** Keeps what was typed in a card that is put away. */
    leave: async (author: Author, input: LeaveInput) =>
      left.leave(author, input, await present(all, author, input.moment)),
  }
}

export type Reflection = ReturnType<typeof reflection>
