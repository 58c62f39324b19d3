import { z } from 'zod'
import { ID } from '../../../services/core/ids.ts'
import type { TunedPrompt } from '../../../services/prompts/documents.ts'
import {
  AimAt,
  NewPrompt,
  OfVersion,
  OfVersionWhy,
  PromptShown,
  PromptsShown,
  SaveWords,
  TurnOnOrOff,
} from '../../../services/prompts/schema.ts'
import type { Edited } from '../../../services/prompts/tuning/editing.ts'
import type { Tuning } from '../../../services/prompts/tuning/tuning.ts'
import { get, nothing, post, type Route, refused } from '../../http/audience.ts'
import type { Caller } from '../../http/bearer.ts'
import { notDone } from './not-done.ts'

/** The questions with their versions. */
export interface QuestionPorts {
  prompts: Pick<
    Tuning,
    'all' | 'add' | 'save' | 'publish' | 'withdraw' | 'discard' | 'turn' | 'aim' | 'compare' | 'choose'
  >
  /** Sends a draft to the person who asks, in their own chat. */
  tryOut: Tuning['tried']
  isOpening(id: string): boolean
  /** To the nearest 25. */
  people(tenant: string): Promise<PromptsShown['people']>
  /** The nodes that a question may be for; to the nearest 25. */
  units(tenant: string): Promise<PromptsShown['units']>
}

/** The family of every question that a municipality adds itself. */
const OWN_FAMILY = 'eigen'
const PROMPTS = '/api/hr/prompts'
const ONE = `${PROMPTS}/:prompt`
const Named = z.strictObject({ prompt: z.string().regex(ID).max(60) })

export function questionRoutes(ports: QuestionPorts): Route[] {
  const { prompts } = ports
  const shown = (prompt: TunedPrompt): PromptShown => shownAs(prompt, ports.isOpening(prompt.id))

  /** Nothing is lost when it was changed meanwhile: the page looks again, and still has what was typed. */
  function told(edited: Edited) {
    if (edited.kind === 'unknown') return undefined
    return notDone(edited.kind) ?? shown(edited.prompt)
  }

  const editing = ({ tenant, person }: Caller, id: string, revision: number) => ({ tenant, person, id, revision })

  const step = <Body extends { revision: number }>(
    what: string,
    sent: z.ZodType<Body>,
    edit: (of: ReturnType<typeof editing>, body: Body) => Promise<Edited>,
  ): Route =>
    post(`${ONE}/${what}`, Named, sent, PromptShown, async (caller, { prompt }, body) =>
      told(await edit(editing(caller, prompt, body.revision), body)),
    )

  return [
    get(PROMPTS, nothing, PromptsShown, async ({ tenant }) => ({
      prompts: (await prompts.all(tenant)).map(shown),
      people: await ports.people(tenant),
      units: await ports.units(tenant),
    })),

    post(PROMPTS, nothing, NewPrompt, PromptShown, async (caller, _, { words, ...own }) => {
      const added = await prompts.add(caller, { ...own, family: OWN_FAMILY }, words)
      return added ? shown(added) : refused(409, 'taken')
    }),

    step('save', SaveWords, (of, { words }) => prompts.save(of, words)),
    step('try', OfVersion, (of, { version }) => ports.tryOut(of, version)),
    step('publish', OfVersionWhy, (of, { version, why }) => prompts.publish(of, version, why)),
    step('withdraw', OfVersionWhy, (of, { version, why }) => prompts.withdraw(of, version, why)),
    step('discard', OfVersion, (of, { version }) => prompts.discard(of, version)),
    step('compare', OfVersionWhy, (of, { version, why }) => prompts.compare(of, version, why)),
    step('choose', OfVersionWhy, (of, { version, why }) => prompts.choose(of, version, why)),
    step('aim', AimAt, (of, { target, why }) => prompts.aim(of, target ?? undefined, why)),
    step('turn', TurnOnOrOff, (of, { off, why }) => prompts.turn(of, off, why)),
  ]
}

function shownAs(prompt: TunedPrompt, isOpening: boolean): PromptShown {
  const { id, family, audience, journalOnly, versions, isOwn, off, target, revision } = prompt
  return {
    id,
    family,
    audience,
    journalOnly,
    versions,
    isOwn,
    off,
    revision,
    ...(target && { target }),
    isOpening,
  }
}
