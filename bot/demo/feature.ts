import { actingCard, nobodyCard, pulseCameCard, timeCard } from '../../cards/demo/demo.ts'
import { type Command, on } from '../../cards/kit/commands.ts'
import { type Person, teamOf } from '../../services/core/people.ts'
import type { Clock, PersonId } from '../../services/core/ports.ts'
import { personCalled, shownName } from '../../services/core/text/names.ts'
import { days, instant, later } from '../../services/core/time.ts'
import { type Feature, keepsNothing, phrases, type Reply, type Said } from '../turn.ts'

export interface DemoNeeds {
  clock: Clock
  everyone(tenant: string): Promise<Person[]>
  /** Moves time on and runs everything that falls due on the way. */
  moveOn(tenant: string, until: Date): Promise<void>
  /** When the pulses of the window that is open now come. */
  publication(tenant: string): Promise<Date | undefined>
  /** Whether any pulse came of the window that was told last. */
  came(tenant: string): Promise<boolean>
  /** From now on this turn's chat acts as somebody else. */
  actAs(turn: Said, person: PersonId): Promise<void>
  showQuestion(turn: Said): Promise<Reply>
}

const SHOWN = 8

const both = (phrase: string): Command => ({ nl: [phrase], en: [] })

/** Commands of the Playground: move time, be somebody else. In production they do not exist. */
export function demoFeature(needs: DemoNeeds): Feature {
  const move =
    (milliseconds: number) =>
    async (turn: Said): Promise<Reply> => {
      const until = later(needs.clock.now(), milliseconds)
      await needs.moveOn(turn.tenant, until)
      return { card: timeCard(turn.language, instant(until)) }
    }

  /** Time moves to where the window is closed and published: everything on the way happens as it would have. */
  async function puls({ tenant, language }: Said): Promise<Reply> {
    const at = await needs.publication(tenant)
    if (at) await needs.moveOn(tenant, at)
    return { card: pulseCameCard(language, await needs.came(tenant)) }
  }

  async function act(turn: Said, typed: string): Promise<Reply> {
    const everyone = await needs.everyone(turn.tenant)
    const called = personCalled(everyone, typed)
    if (called.kind !== 'one') {
      const names = (called.kind === 'several' ? called.people : everyone).slice(0, SHOWN).map(shownName)
      return { card: nobodyCard(turn.language, names, called.kind === 'several') }
    }
    const { person } = called
    await needs.actAs(turn, person.id)
    return { card: actingCard(person.language ?? 'nl', person.name, teamOf(person)) }
  }

  /** The person at this chat is the actor of the turn. Without an actor nobody else was chosen. */
  async function back(turn: Said): Promise<Reply> {
    const own = turn.actor ?? turn.person
    const self = (await needs.everyone(turn.tenant)).find(({ id }) => id === own)
    if (!self) return { card: nobodyCard(turn.language, [], false) }
    await needs.actAs(turn, own)
    return { card: actingCard(self.language ?? 'nl', self.name, teamOf(self)) }
  }

  return {
    name: 'demo',
    said: phrases(
      on(both('demo vraag'), needs.showQuestion),
      on(both('demo dag'), move(days(1))),
      on(both('demo week'), move(days(7))),
      on(both('demo puls'), puls),
      on(both('demo terug'), back),
      on(both('demo als *'), act),
    ),
    ...keepsNothing,
  }
}
