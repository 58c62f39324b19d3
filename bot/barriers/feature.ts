import { z } from 'zod'
import { barrierDoneCard, barrierNewsCard } from '../../cards/barriers/barrier.ts'
import { barrierLine, barrierListCard, waitingBarriersCard } from '../../cards/barriers/list.ts'
import { raiseCard } from '../../cards/barriers/raise.ts'
import { barrierWords } from '../../cards/barriers/words.ts'
import { commands, on } from '../../cards/kit/commands.ts'
import type { Barriers } from '../../services/barriers/barriers.ts'
import type { Barrier } from '../../services/barriers/documents.ts'
import { BARRIERS } from '../../services/barriers/following.ts'
import {
  BARRIER_LIMIT,
  BarrierInput,
  type BarrierKind,
  PointInput,
  RaiseInput,
  TurnInput,
} from '../../services/barriers/schema.ts'
import type { BarrierReader, Showing } from '../../services/barriers/showing.ts'
import type { PersonId } from '../../services/core/ports.ts'
import type { RoutesByAudience } from '../http/audience.ts'
import {
  type Feature,
  notYours,
  type Pressed,
  phrases,
  press,
  type Reply,
  type Said,
  sends,
  type Turn,
} from '../turn.ts'
import { owning } from './owning.ts'

export interface BarrierNeeds {
  service: Barriers
  show: Showing
  routes: RoutesByAudience
  /** A point that this person answered with a decision that may put it on the list. */
  pointOf(who: { tenant: string; person: PersonId }, decision: string, place: number): Promise<Barrier['point']>
}

/** What stands in the way gets an owner: put on the list, asked about, taken away or kept with a reason. */
export function barrierFeature({ service, show, routes, pointOf }: BarrierNeeds): Feature {
  const owns = owning(service, show)
  const { found, open } = owns

  const form = (turn: Turn, more: Partial<Parameters<typeof raiseCard>[0]> = {}): Reply => ({
    card: raiseCard({ language: turn.language, limit: BARRIER_LIMIT, ...more }),
  })

  async function raise(turn: Said | Pressed, input: RaiseInput): Promise<Reply> {
    const { tenant, person, id, language } = turn
    const raised = await service.raise({ tenant, person, turn: id, language }, input)
    const { text, kind, who } = input
    if (raised.kind === 'refused') return form(turn, { text, kind, who, problem: raised.problem })
    if (raised.kind === 'similar') return form(turn, { text, kind, who, similar: await show.all(turn, raised.similar) })
    return { card: barrierDoneCard(language, 'raised') }
  }

  /** Typed without a yes: the words as they will be read, with what is like them. */
  const begin =
    (kind: BarrierKind) =>
    async (turn: Said, text: string): Promise<Reply> => {
      const similar = await show.all(turn, await service.similarTo(turn, text, turn.language))
      return form(turn, { text, kind, similar })
    }

  const putTyped = (seen: boolean) => (turn: Said, text: string) =>
    raise(turn, { text, kind: 'in-de-weg', who: '', ...(seen && { seen: 'true' as const }) })

  const list = async (turn: BarrierReader): Promise<Reply> => ({
    card: barrierListCard(turn.language, await show.list(turn)),
  })

  async function join(turn: Turn, id: string | undefined): Promise<Reply> {
    const joined = id === undefined ? undefined : await service.join(turn, id)
    return joined ? { card: barrierDoneCard(turn.language, 'joined') } : notYours(turn)
  }

  const withdraw = async (turn: Turn, id: string): Promise<Reply> =>
    (await service.withdraw(turn, id)) ? { card: barrierDoneCard(turn.language, 'withdrawn') } : notYours(turn)

  async function putPoint(turn: Turn, decision: string, place: number): Promise<Reply> {
    const point = await pointOf(turn, decision, place)
    if (!point) return notYours(turn)
    await service.raisePoint(turn, decision, place, point)
    return { card: barrierDoneCard(turn.language, 'raised') }
  }

  /** A typed command about one barrier, by its code; other words are no command. */
  const byCode = (act: (turn: Said, id: string) => Promise<Reply>) => async (turn: Said, code: string) => {
    const one = await found(turn, code)
    return one && act(turn, one.id)
  }

  async function render(reader: BarrierReader, { barrier: id, what, step }: Record<string, string>) {
    const { tenant, person, language } = reader
    if (what === 'listed') {
      const all = (await service.open(tenant)).filter(({ state }) => state === 'listed')
      return all.length > 0 ? waitingBarriersCard(language, 'keeperTitle', await show.all(reader, all)) : undefined
    }
    if (what === 'due') {
      const due = (await service.of(reader)).filter(({ owner, asked }) => owner === person && asked)
      if (due.length > 1) return waitingBarriersCard(language, 'dueTitle', await show.all(reader, due))
      return due[0] && (await open(reader, due[0]))
    }
    const one = id === undefined ? undefined : await service.get(tenant, id)
    if (!one) return undefined
    if (what === 'asked') return one.candidate === person ? open(reader, one) : undefined
    const told = one.steps[Number(step)]
    if (!told) return undefined
    const said = told.words && told.by ? { words: told.words, by: await show.nameFor(reader, told.by) } : undefined
    return barrierNewsCard({
      language,
      barrier: await show.shown(reader, one),
      place: told.state,
      said,
      next: told.next,
    })
  }

  return {
    name: BARRIERS,
    share: 'offer',
    jobs: [service.job],
    routes,

    said: phrases(
      on(commands.barriers, list),
      on(commands.beginBarrier, async (turn) => form(turn)),
      on(commands.raiseBarrier, sends(begin('in-de-weg'))),
      on(commands.canGo, sends(begin('kan-weg-onbekend'))),
      on(commands.putBarrier, sends(putTyped(false))),
      on(commands.putBarrierAnyway, sends(putTyped(true))),
      on(commands.openBarrier, async (turn, code) => {
        const one = await found(turn, code)
        return one && { card: await open(turn, one) }
      }),
      on(commands.joinBarrier, byCode(join)),
      on(commands.withdrawBarrier, byCode(withdraw)),
      on(commands.listPoint, async (turn, words) => {
        const [, decision = '', place = ''] = /^(\S+) (\d{1,2})$/.exec(words) ?? []
        return decision ? putPoint(turn, decision, Number(place) - 1) : undefined
      }),
      owns.said,
    ),

    pressed: {
      'barrier.show': press(z.object({}), list),
      'barrier.begin': press(z.object({}), async (turn) => form(turn)),
      'barrier.raise': press(RaiseInput, raise, ({ text }) => text),
      'barrier.join': press(BarrierInput, (turn, { barrier }) => join(turn, barrier)),
      'barrier.withdraw': press(BarrierInput, (turn, { barrier }) => withdraw(turn, barrier)),
      'barrier.open': press(TurnInput, async (turn, { barrier, ...filled }) => {
        const one = await service.get(turn.tenant, barrier)
        return one ? { card: await open(turn, one, filled) } : notYours(turn)
      }),
      'barrier.point': press(PointInput, (turn, { decision, place }) => putPoint(turn, decision, Number(place))),
      ...owns.pressed,
    },

    async running(reader) {
      const own = (await service.of(reader)).filter(({ state }) => state !== 'gone' && state !== 'stays')
      return (await show.all(reader, own)).map((one) => barrierLine(reader.language, one))
    },

    render: async ({ tenant, person, about }, { language }) => render({ tenant, person, language }, about),
    reminder: (language) => barrierWords(language).reminder,
    export: { barriers: service.export },
    forget: service.forget,
  }
}
