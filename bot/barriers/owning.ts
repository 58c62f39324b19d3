import {
  askedBarrierCard,
  barrierCard,
  barrierDoneCard,
  otherCard,
  progressCard,
  staysCard,
} from '../../cards/barriers/barrier.ts'
import type { Card } from '../../cards/kit/card.ts'
import { codeOf } from '../../cards/kit/code.ts'
import { commands, on } from '../../cards/kit/commands.ts'
import type { Barriers, Said as Outcome } from '../../services/barriers/barriers.ts'
import type { Barrier } from '../../services/barriers/documents.ts'
import { type BarrierProblem, SAID_LIMIT, SayInput, TurnInput } from '../../services/barriers/schema.ts'
import type { BarrierReader, Showing } from '../../services/barriers/showing.ts'
import { notYours, type Pressed, phrases, press, presses, type Reply, type Said, sends, type Turn } from '../turn.ts'

type Draw = typeof askedBarrierCard

/** Who is asked, who has it, and who keeps the list: each says what becomes of a barrier. */
export function owning(service: Barriers, show: Showing) {
  /** The card of a barrier for this reader: what they can do with it is on it. */
  async function open(reader: BarrierReader, one: Barrier, filled: Partial<TurnInput> = {}): Promise<Card> {
    const { language } = reader
    const barrier = await show.shown(reader, one)
    const view = { language, limit: SAID_LIMIT, ...filled, barrier }
    if (barrier.part === 'asked') return askedBarrierCard(view)
    if (barrier.part === 'owns' && barrier.isOpen) return progressCard(view)
    return barrier.part === 'keeps' ? otherCard({ language, barrier, limit: SAID_LIMIT }) : barrierCard(view)
  }

  /** The one of a code, among all that are open and those of this person. */
  async function found(turn: Turn, code: string): Promise<Barrier | undefined> {
    const all = [...(await service.open(turn.tenant)), ...(await service.of(turn))]
    const fits = new Map(all.filter(({ id }) => codeOf(id) === code.trim().toLowerCase()).map((one) => [one.id, one]))
    const [one, ...more] = fits.values()
    return more.length === 0 ? one : undefined
  }

  /** A card of one that is not there, or not theirs, is not drawn. */
  async function drawn(turn: Turn, id: string, draw: (view: Parameters<Draw>[0]) => Card): Promise<Reply> {
    const one = await service.get(turn.tenant, id)
    const barrier = one && (await show.shown(turn, one))
    const may = barrier?.isOpen && ['asked', 'owns', 'keeps'].includes(barrier.part ?? '')
    return may ? { card: draw({ language: turn.language, barrier, limit: SAID_LIMIT }) } : notYours(turn)
  }

  /** What was done; or the card again, with what is missing and all that was filled in. */
  async function told(
    turn: Turn,
    input: SayInput,
    outcome: Outcome,
    { again, done }: { again: Draw; done(barrier: Barrier): Card },
  ): Promise<Reply> {
    if (!outcome) return notYours(turn)
    if ('barrier' in outcome) return { card: done(outcome.barrier) }
    const { words, day, barrier } = input
    return drawn(turn, barrier, (view) => again({ ...view, words, day, problem: outcome.problem }))
  }

  const saidCard = (turn: Turn) => () => barrierDoneCard(turn.language, 'saidTitle')

  const take = async (turn: Turn, input: SayInput) =>
    told(turn, input, await service.take(turn, input), {
      again: askedBarrierCard,
      done: ({ next = '' }) => barrierDoneCard(turn.language, { taken: next }),
    })

  const progress = (state: 'working' | 'gone') => async (turn: Turn, input: SayInput) =>
    told(turn, input, await service.progress(turn, state, input), { again: progressCard, done: saidCard(turn) })

  const stay = async (turn: Turn, input: SayInput) =>
    told(turn, input, await service.stay(turn, input), { again: staysCard, done: saidCard(turn) })

  async function name(turn: Turn, input: TurnInput): Promise<Reply> {
    const outcome = await service.name(turn, input)
    if (!outcome) return notYours(turn)
    if ('barrier' in outcome)
      return { card: barrierDoneCard(turn.language, outcome.barrier.candidate ? 'passed' : 'passedBack') }
    const { barrier, ...filled } = input
    const { problem } = outcome as { problem: BarrierProblem }
    return drawn(turn, barrier, (view) => otherCard({ ...view, ...filled, problem }))
  }

  /** "CODE; words; day": without words the card comes first. Where there is no such code the words are no command. */
  const typedAs =
    (act: (turn: Turn, input: SayInput) => Promise<Reply>, first: Draw) => async (turn: Said, typed: string) => {
      const [code = '', words = '', day = ''] = typed.split(';').map((part) => part.trim())
      const one = await found(turn, code)
      if (!one) return undefined
      return typed.includes(';') ? act(turn, { barrier: one.id, words, day }) : drawn(turn, one.id, first)
    }

  const nameTyped = async (turn: Said, typed: string) => {
    const [code = '', who = '', why = ''] = typed.split(';').map((part) => part.trim())
    const one = await found(turn, code)
    if (!one) return undefined
    return who ? name(turn, { barrier: one.id, who, why, words: '', day: '' }) : drawn(turn, one.id, otherCard)
  }

  const says = (act: (turn: Pressed, input: SayInput) => Promise<Reply>) => press(SayInput, act, ({ words }) => words)

  return {
    open,
    found,
    said: phrases(
      on(commands.takeBarrier, sends(typedAs(take, askedBarrierCard))),
      on(commands.passBarrier, sends(nameTyped)),
      on(commands.barrierStays, sends(typedAs(stay, staysCard))),
      on(commands.barrierWorking, sends(typedAs(progress('working'), progressCard))),
      on(commands.barrierGone, sends(typedAs(progress('gone'), progressCard))),
    ),
    pressed: presses({
      'barrier.take': says(take),
      'barrier.working': says(progress('working')),
      'barrier.gone': says(progress('gone')),
      'barrier.say-stays': says(stay),
      'barrier.stays': press(TurnInput, (turn, { barrier, words, why }) =>
        drawn(turn, barrier, (view) => staysCard({ ...view, words: words || why })),
      ),
      'barrier.other': press(TurnInput, (turn, { barrier, ...filled }) =>
        drawn(turn, barrier, (view) => otherCard({ ...view, ...filled })),
      ),
      'barrier.name': press(TurnInput, name, ({ why }) => why),
    }),
  }
}
