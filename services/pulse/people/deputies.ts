import type { Person } from '../../core/people.ts'
import type { Clock, Collection, PersonId } from '../../core/ports.ts'
import { change } from '../../core/store/change.ts'
import { everything } from '../../core/store/read-all.ts'
import { shownName } from '../../core/text/names.ts'
import { instant, later } from '../../core/time.ts'
import type { AnswerMessages } from '../answer/answer-messages.ts'
import { RESPONSE_JOB } from '../answer/responses.ts'
import type { Audience } from './audience.ts'
import { unitOf } from './organisation-now.ts'
import type { Role } from './roles.ts'

export interface DeputiesPorts {
  roles: Collection<Role>
  clock: Clock
  audience: Pick<Audience, 'markOf' | 'called' | 'byMark' | 'named'>
  messages: Pick<AnswerMessages, 'tell'>
  everyone(tenant: string): Promise<readonly Person[]>
  wake(tenant: string, job: string, at: Date): Promise<void>
}

/** By then what was written was told, or something broke off. */
const MENDED_MS = 60_000

export type Chosen =
  | { kind: 'asked' | 'stands-in'; name: string }
  | { kind: 'nobody' | 'several' | 'yourself' | 'no-manager' | 'cleared' }

const isUnanswered = ({ kind, agreed, refused }: Role) => kind === 'deputy' && !agreed && !refused

const deputyId = (manager: string) => `deputy-${manager}`

/** A person who reads and answers for a manager who is away, or who notes for a team that manages itself. */
export function deputies({ roles, audience, messages, everyone, clock, wake }: DeputiesPorts) {
  const remove = (tenant: string, id: string) => roles.remove({ tenant, id })

  /** The same request has the same id: it may be made again. */
  async function ask(role: Role): Promise<void> {
    const person = await audience.byMark(role.tenant, role.who)
    if (person) await messages.tell(role.tenant, [person.id], { deputy: role.id, asked: role.asked ?? '' })
    await change(roles, role, (current): Role | undefined => {
      if (!current?.untold || current.asked !== role.asked) return undefined
      const { untold: _untold, ...rest } = current
      return rest
    })
  }

  return {
    /** Asks the person who was to be asked before something broke off. */
    async askUntold(tenant: string): Promise<void> {
      for (const role of await everything(roles, { tenant }, 'untold')) await ask(role)
    },

    /** By name as people write it; none when nothing is written. */
    async choose(tenant: string, person: PersonId, words: string): Promise<Chosen> {
      const manager = (await everyone(tenant)).find(({ id }) => id === person)
      if (!manager?.manages) return { kind: 'no-manager' }
      const of = audience.markOf(tenant, person)
      if (words === '') return remove(tenant, deputyId(of)).then(() => ({ kind: 'cleared' }))
      const found = await audience.called(tenant, words)
      if (found.kind !== 'one') return { kind: found.kind }
      if (found.person.id === person) return { kind: 'yourself' }
      const who = audience.markOf(tenant, found.person.id)
      const name = shownName(found.person)
      const fresh = {
        tenant,
        id: deputyId(of),
        kind: 'deputy' as const,
        who,
        of,
        asked: instant(clock.now()),
        untold: true,
      }
      await wake(tenant, RESPONSE_JOB, later(clock.now(), MENDED_MS))
      const { doc, changed } = await change(roles, fresh, (current): Role | undefined =>
        current?.who === who && current.agreed
          ? undefined
          : { ...(current ?? fresh), ...fresh, agreed: false, refused: false },
      )
      if (!changed) return { kind: 'stands-in', name }
      // Who said no before, or has not answered, is asked anew.
      if (doc) await ask(doc)
      return { kind: 'asked', name }
    },

    /** Who asked this person to stand in for them, by name; undefined when nobody did. */
    async asker(tenant: string, person: PersonId, id: string): Promise<string | undefined> {
      const role = await roles.get({ tenant, id })
      if (!role?.of || role.who !== audience.markOf(tenant, person)) return undefined
      return audience.named(tenant, role.of)
    },

    /** The roles that were asked of this person, by each who asked. */
    async askedOf(tenant: string, person: PersonId): Promise<{ id: string }[]> {
      const who = audience.markOf(tenant, person)
      return (await everything(roles, { tenant }, 'kind')).filter((one) => one.kind === 'deputy' && one.who === who)
    },

    /** The roles that this person was asked for and has not answered. `of` is the mark of who asks. */
    async unanswered(tenant: string, person: PersonId): Promise<{ role: string; of: string }[]> {
      const who = audience.markOf(tenant, person)
      const asked = (await everything(roles, { tenant }, 'kind')).filter((one) => one.who === who && isUnanswered(one))
      return asked.flatMap(({ id: role, of }) => (of ? [{ role, of }] : []))
    },

    async answer(
      tenant: string,
      person: PersonId,
      id: string,
      yes: boolean,
    ): Promise<'agreed' | 'refused' | 'not-yours'> {
      const who = audience.markOf(tenant, person)
      const role = await roles.get({ tenant, id })
      if (role?.who !== who || role.kind !== 'deputy') return 'not-yours'
      await change(roles, role, (current) =>
        current?.who === who ? { ...current, agreed: yes, refused: !yes } : undefined,
      )
      return yes ? 'agreed' : 'refused'
    },

    /** For an operator. @returns false when nobody of that name is in the unit, or nobody noted for it that could stop */
    async noter(tenant: string, unit: string, words: string): Promise<boolean> {
      const id = `noter-${audience.markOf(tenant, unit)}`
      if (words === '') {
        const isThere = (await roles.get({ tenant, id })) !== undefined
        await remove(tenant, id)
        return isThere
      }
      const found = await audience.called(tenant, words)
      if (found.kind !== 'one' || unitOf(found.person) !== unit) return false
      const who = audience.markOf(tenant, found.person.id)
      const fresh = { tenant, id, kind: 'noter' as const, unit, agreed: true, who }
      await change(roles, fresh, (current): Role => ({ ...(current ?? fresh), who }))
      return true
    },

    /** What somebody agreed to, or was asked. */
    async export(tenant: string, person: PersonId) {
      const mark = audience.markOf(tenant, person)
      const own = (await everything(roles, { tenant }, 'kind')).filter(({ who, of }) => who === mark || of === mark)
      return own.map(({ kind, unit, agreed, of }) => ({ kind, agreed, ...(unit && { unit }), mine: of === mark }))
    },

    async forget(tenant: string, person: PersonId): Promise<void> {
      const mark = audience.markOf(tenant, person)
      for (const one of await everything(roles, { tenant }, 'kind'))
        if (one.who === mark || one.of === mark) await roles.remove(one)
    },
  }
}
