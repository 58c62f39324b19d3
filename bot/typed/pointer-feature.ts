import { z } from 'zod'
import { goneCard } from '../../cards/draft/notice.ts'
import { commands, on } from '../../cards/kit/commands.ts'
import { pointerCard, withPointer, withStop } from '../../cards/typed/pointer.ts'
import type { Secrets } from '../../services/core/ports.ts'
import { type Feature, keepsNothing, type Pressed, phrases, press, type Reply, type Said, type Turn } from '../turn.ts'

export interface PointerNeeds {
  /** Name, number and address of the confidential adviser; undefined while nobody set who that is. */
  adviserOf(tenant: string): Promise<string | undefined>
  secrets: Pick<Secrets, 'seal' | 'open'>
  /** Keeps a text for its author alone. */
  keep(turn: Said): Promise<Reply>
  /** Has a turn answered as if it came now. */
  again(turn: Said | Pressed): Promise<Reply>
}

const Held = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('said'), id: z.string(), text: z.string() }),
  z.object({ kind: z.literal('pressed'), id: z.string(), verb: z.string(), input: z.record(z.string(), z.unknown()) }),
])
const HeldInput = z.object({ sealed: z.string().max(20_000) })

/** In bytes. A longer text makes the card too large; it is still in the chat. */
const LONGEST = 1500

/**
 * Who can help, when words point to harassment or distress. The words go to nobody and are kept nowhere: they lie sealed in
 * the buttons of the card, for this person alone, until one is pressed.
 */
export function pointerFeature({ adviserOf, secrets, keep, again }: PointerNeeds) {
  const { sealed, heldIn } = sealing(secrets)

  /** Beside what is answered: who can help, where the words may hurt, and the way out, where they may be a wish for it. */
  async function beside(
    { tenant, language }: Turn,
    reply: Reply,
    { mayHurt, mayStop }: { mayHurt: boolean; mayStop: boolean },
  ): Promise<Reply> {
    const pointed = mayHurt ? withPointer(reply.card, language, await adviserOf(tenant)) : reply.card
    return { ...reply, card: mayStop ? withStop(pointed, language) : pointed }
  }

  async function before(turn: Said | Pressed, mayStop = false): Promise<Reply> {
    const words = sealed(turn)
    return {
      card: pointerCard({
        language: turn.language,
        adviser: await adviserOf(turn.tenant),
        mayStop,
        ...(words && { sealed: words, isPress: turn.kind === 'pressed' }),
      }),
    }
  }

  async function kept(turn: Pressed, sealed: string): Promise<Reply> {
    const held = heldIn(turn, sealed)
    return held?.kind === 'said' ? keep(held) : { card: goneCard(turn.language) }
  }

  async function goOn(turn: Pressed, sealed: string): Promise<Reply> {
    const held = heldIn(turn, sealed)
    return held ? again({ ...held, isCalm: true }) : { card: goneCard(turn.language) }
  }

  const feature: Feature = {
    name: 'pointer',
    kinds: { distress: async (turn, { mayStop }) => before(turn, mayStop) },
    said: phrases(
      on(
        commands.adviser,
        async ({ tenant, language }): Promise<Reply> => ({
          card: pointerCard({ language, adviser: await adviserOf(tenant) }),
        }),
      ),
      on(commands.keepForMe, (turn, text) => keep({ ...turn, text })),
      on(commands.aboutMyWork, (turn, text) => again({ ...turn, text, isCalm: true })),
    ),
    pressed: {
      'pointer.keep': press(HeldInput, (turn, { sealed }) => kept(turn, sealed)),
      'pointer.go-on': press(HeldInput, (turn, { sealed }) => goOn(turn, sealed)),
    },
    ...keepsNothing,
  }
  return { feature, before, beside }
}

/** Words that lie in the buttons of a card, and open for one person alone. */
function sealing(secrets: PointerNeeds['secrets']) {
  const boundTo = ({ tenant, person }: Turn) => ['pointer', tenant, person]

  /** Undefined when they are too long for a card. */
  function sealed(turn: Said | Pressed): string | undefined {
    const held =
      turn.kind === 'said'
        ? { kind: turn.kind, id: turn.id, text: turn.text }
        : { kind: turn.kind, id: turn.id, verb: turn.verb, input: turn.input }
    const words = JSON.stringify(held)
    const fits = new TextEncoder().encode(words).length <= LONGEST
    return fits ? secrets.seal(words, ...boundTo(turn)) : undefined
  }

  function heldIn(turn: Pressed, sealed: string): Said | Pressed | undefined {
    const words = secrets.open(sealed, ...boundTo(turn))
    const held = words === undefined ? undefined : Held.parse(JSON.parse(words))
    if (!held) return undefined
    const { verb: _verb, input: _input, replyTo: _card, ...by } = turn
    return { ...by, ...held }
  }

  return { sealed, heldIn }
}
