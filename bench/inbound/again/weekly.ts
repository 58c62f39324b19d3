import type { Card } from '../../../cards/kit/card.ts'
import type { Effect } from './effects.ts'
import { buttonOf } from './mailbox.ts'
import type { Someone } from './someone.ts'

/** What somebody does with the question of the week, and the effects that this is to have. */
export type Story = (one: Someone, text: string) => Promise<Effect[]>

const idIn = (card: Card, verb: string) => buttonOf(card, verb)?.data.moment ?? ''

const QUESTION = 'reflection.answer'
const how = 'collega'

const kept = ({ tenant, person }: Someone, id: string, text: string, revision: number): Effect => ({
  kind: 'moment',
  tenant,
  person,
  id,
  text,
  revision,
})

const pressed: Story = async (one, text) => {
  const question = await one.says('vraag', QUESTION)
  await one.presses(question, QUESTION, { text, how, sharing: 'self' })
  return [kept(one, idIn(question, QUESTION), text, 1)]
}

const shared: Story = async (one, text) => {
  const question = await one.says('vraag', QUESTION)
  await one.presses(question, QUESTION, { text, how, sharing: 'colleagues' })
  const { tenant, person } = one
  return [kept(one, idIn(question, QUESTION), text, 1), { kind: 'shared', tenant, person }]
}

const typed: Story = async (one, text) => {
  const question = await one.says('vraag', QUESTION)
  await one.says(text)
  return [kept(one, idIn(question, QUESTION), text, 1)]
}

const changed: Story = async (one, text) => {
  const question = await one.says('vraag', QUESTION)
  const saved = await one.presses(question, QUESTION, { text: `Eerst dit. ${text}`, how, sharing: 'self' })
  const opened = await one.presses(saved, 'reflection.view')
  await one.presses(opened, QUESTION, { text, how, sharing: 'self' })
  return [kept(one, idIn(question, QUESTION), text, 2)]
}

const consented: Story = async (one, text) => {
  const question = await one.says('vraag', QUESTION)
  const asked = await one.presses(question, QUESTION, { text, how, sharing: 'pulse' })
  await one.presses(asked, 'reflection.consent')
  return [kept(one, idIn(question, QUESTION), text, 2)]
}

const removed: Story = async (one, text) => {
  const question = await one.says('vraag', QUESTION)
  const saved = await one.presses(question, QUESTION, { text, how, sharing: 'self' })
  const sure = await one.presses(saved, 'reflection.remove')
  await one.presses(sure, 'reflection.remove-yes')
  return [kept(one, idIn(question, QUESTION), '', 2)]
}

const later: Story = async (one) => {
  const question = await one.says('vraag', QUESTION)
  await one.presses(question, 'reflection.later')
  const { tenant, person } = one
  return [{ kind: 'later', tenant, person }]
}

const skipped: Story = async (one) => {
  const question = await one.says('vraag', QUESTION)
  await one.presses(question, 'reflection.skip')
  const { tenant, person } = one
  return [{ kind: 'skipped', tenant, person, id: idIn(question, QUESTION) }]
}

/** Everybody has one of these; half of all share, so that there is somebody to ask. */
export const WEEKLY: readonly Story[] = [
  shared,
  pressed,
  shared,
  typed,
  shared,
  changed,
  shared,
  consented,
  shared,
  removed,
  shared,
  later,
  shared,
  skipped,
]
