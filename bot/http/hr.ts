import { z } from 'zod'
import type { PersonId } from '../../services/core/ports.ts'
import type { Proposals } from '../../services/prompts/proposals.ts'
import {
  NewPrompt,
  OfVersion,
  OfVersionWhy,
  PromptShown,
  PromptsShown,
  ProposalAnswer,
  ProposalsShown,
  SaveWords,
  Turn,
} from '../../services/prompts/schema.ts'
import type { TunedPrompt } from '../../services/prompts/shelf.ts'
import type { Edited, Tuning } from '../../services/prompts/tuning.ts'
import { get, nothing, post, type Route, refused } from './audience.ts'
import type { Caller } from './bearer.ts'
import { type StepsPorts, stepsRoute } from './steps.ts'

/** What HR sees and does: the questions, and nothing of what anybody answered. */
export interface HrPorts extends StepsPorts {
  prompts: Pick<Tuning, 'all' | 'add' | 'save' | 'publish' | 'withdraw' | 'discard' | 'turn'>
  /** Sends a draft to whoever asks, in their own chat. */
  tryOut: Tuning['tried']
  proposals: Pick<Proposals, 'open' | 'answer'>
  isOpening(id: string): boolean
  /** The questions of so many weeks from now, for whoever begins now. */
  next(tenant: string): Promise<string[]>
  /** To the nearest 25. */
  people(tenant: string): Promise<{ everyone: number; managers: number }>
  colleague(tenant: string, person: PersonId): Promise<{ name: string; team: string } | undefined>
}

/** The family of every question that a municipality adds itself. */
const OWN_FAMILY = 'eigen'
const PROMPTS = '/api/hr/prompts'
const ONE = `${PROMPTS}/:prompt`
const Named = z.strictObject({ prompt: z.string().min(1).max(60) })
const NamedProposal = z.strictObject({ proposal: z.string().min(1).max(200) })

export function hrRoutes(ports: HrPorts): Route[] {
  const { prompts, proposals } = ports

  const shown = ({ id, family, audience, journalOnly, versions, isOwn, off, revision }: TunedPrompt): PromptShown => ({
    ...{ id, family, audience, journalOnly, versions, isOwn, off, revision },
    isOpening: ports.isOpening(id),
  })

  /** Nothing is lost when it was changed meanwhile: the page looks again, and still has what was typed. */
  function told(edited: Edited) {
    if (edited.kind === 'unknown') return undefined
    if (edited.kind === 'meanwhile') return refused(409, 'changed-meanwhile')
    if (edited.kind === 'refused') return refused(422, 'not-now')
    return shown(edited.prompt)
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
      next: await ports.next(tenant),
      people: await ports.people(tenant),
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
    step('turn', Turn, (of, { off, why }) => prompts.turn(of, off, why)),

    stepsRoute('/api/hr/steps', ports),

    get('/api/hr/proposals', nothing, ProposalsShown, async ({ tenant }) => ({
      proposals: await Promise.all(
        (await proposals.open(tenant)).map(async ({ id, question, by, due }) => {
          const { name = '', team = '' } = (await ports.colleague(tenant, by)) ?? {}
          return { id, question, by: name, team, due }
        }),
      ),
    })),

    post('/api/hr/proposals/:proposal/answer', NamedProposal, ProposalAnswer, nothing, async (caller, named, answer) =>
      (await proposals.answer(caller, named.proposal, answer.isTaken, answer.reason)) ? {} : undefined,
    ),
  ]
}
