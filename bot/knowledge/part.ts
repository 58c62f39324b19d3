import { askOf } from '../../services/ask/ask.ts'
import { gaps } from '../../services/ask/gaps.ts'
import type { Helping } from '../../services/ask/helping.ts'
import type { CareService } from '../../services/care/care.ts'
import type { Language, PersonId } from '../../services/core/ports.ts'
import { bank as knowledgeBank } from '../../services/knowledge/bank.ts'
import { evidence } from '../../services/knowledge/evidence.ts'
import { knowledge, type Shared } from '../../services/knowledge/knowledge.ts'
import type { Moment } from '../../services/reflection/moment.ts'
import type { Reflection } from '../../services/reflection/reflection.ts'
import type { AppPorts } from '../app-ports.ts'
import type { Ground } from '../ground.ts'
import type { LeavingPart } from '../leaving/part.ts'
import { analysisWith } from '../texts.ts'
import { knowledgeRoutes } from './api.me.ts'
import { evidenceFeature } from './evidence-feature.ts'
import { knowledgeFeature } from './feature.ts'
import { gapFeature } from './gap-feature.ts'

export interface KnowledgeNeeds {
  ports: Pick<AppPorts, 'synonyms' | 'snapshots' | 'embedding'>
  leaving: LeavingPart
  moments(): Pick<Reflection, 'journal' | 'keepPrivate'>
  caring(): Pick<CareService, 'mayStand' | 'drop'>
  helping(): Pick<Helping, 'agree'>
}

const keyOfItem = ({ id, text }: { id: string; text: string }) => `${id} ${text}`

/** What colleagues know: what was shared by name, who knows what, and what nobody knew. */
export function knowledgePart(ground: Ground, { ports, leaving, moments, caring, helping }: KnowledgeNeeds) {
  const { store, clock, random, secrets, choices, stands } = ground
  const analysis = analysisWith(ports.synonyms ?? [])
  const items = knowledge({ store, clock, random, analysis, snapshots: ports.snapshots, embedding: ports.embedding })
  const reasons = evidence({ store, clock, secrets, leaving: leaving.check, analysis, itemsOf: items.by })
  const missing = gaps({
    store,
    clock,
    secrets,
    analysis,
    isKnown: async (tenant, text, language) =>
      (await items.searchOthers(tenant, '', text, language, 1)).some(({ maybe }) => !maybe),
  })

  const sharedAs = (person: PersonId, id: string) => `moment-${secrets.hmac('shared', person, id)}`
  const itemOf = ({ tenant, person: author, id, language, text, written: at }: Moment) =>
    ({ tenant, id: sharedAs(author, id), kind: 'moment', author, language, text, at }) as const
  /** The moment that an item was shared from. */
  const momentOf = async (tenant: string, author: PersonId, item: string) =>
    (await moments().journal(tenant, author)).find(({ moment }) => sharedAs(author, moment.id) === item)?.moment
  /** What was hidden after a report is not brought back by saving it again as it was. */
  const mayStand = (item: { tenant: string; id: string; text: string }) =>
    caring().mayStand(item.tenant, 'item', keyOfItem(item))
  /** Without the numbers and addresses of people. */
  const textOf = async ({ tenant }: { tenant: string }, words: string) => (await leaving.check(tenant, words)).text

  /** Out of everybody's sight, and nothing is left to put back. */
  async function withdraw(tenant: string, id: string) {
    await items.withdraw(tenant, id)
    await caring().drop(tenant, id)
  }

  const bank = knowledgeBank({
    store,
    clock,
    secrets,
    analysis,
    items,
    leaving: leaving.check,
    // Private again where it came from; that takes it out of the bank.
    async takeBack(reader, { id, kind }) {
      if (kind === 'answer') return void (await helping().agree(reader.tenant, reader.person, askOf(id), false))
      const found = await momentOf(reader.tenant, reader.person, id)
      if (found) await moments().keepPrivate(reader, found.id)
    },
  })

  return {
    analysis,
    items,
    reasons,
    gaps: missing,
    bank,
    withdraw,
    keyOfItem,

    async shareMoment(moment: Moment) {
      const [item, isNew] = [itemOf(moment), moment.revision === 1]
      if (isNew || (await mayStand(item))) await items.share(item, isNew)
    },
    unshareMoment: ({ tenant, person, id }: Pick<Moment, 'tenant' | 'person' | 'id'>) =>
      withdraw(tenant, sharedAs(person, id)),
    async shareAnswer(answer: Omit<Shared, 'kind' | 'language'> & { language: string }) {
      const [question, text] = await Promise.all([textOf(answer, answer.question ?? ''), textOf(answer, answer.text)])
      if (await mayStand(answer))
        await items.share({
          ...answer,
          ...(answer.question && { question }),
          text,
          kind: 'answer',
          language: answer.language as Language,
        })
    },

    /** What becomes of an item that was reported. */
    async shareAgain(tenant: string, author: PersonId, id: string) {
      const found = await momentOf(tenant, author, id)
      if (found?.sharing === 'colleagues') await items.share(itemOf(found))
    },
    async keepPrivate(tenant: string, author: PersonId, id: string) {
      const found = await momentOf(tenant, author, id)
      if (found) await moments().keepPrivate({ tenant, person: author, language: found.language }, found.id)
    },

    features: {
      gap: gapFeature(missing),
      evidence: evidenceFeature({
        service: reasons,
        workOf: stands.workOf,
        limitOf: stands.limitOf,
        setLimit: (tenant, person, helpLimit) => choices.choose(tenant, person, { helpLimit }),
      }),
      bank: knowledgeFeature({
        bank,
        items,
        colleague: ground.colleague,
        routes: { me: knowledgeRoutes({ bank, languageOf: stands.languageOf, nameOf: ground.nameFor }) },
      }),
    },
  }
}

export type KnowledgePart = ReturnType<typeof knowledgePart>
