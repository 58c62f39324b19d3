import { askOf } from '../../services/ask/ask.ts'
import { gaps } from '../../services/ask/gaps.ts'
import type { HelperActions } from '../../services/ask/helper/helper-actions.ts'
import type { PersonId } from '../../services/core/ports.ts'
import { bank as knowledgeBank } from '../../services/knowledge/bank.ts'
import { evidence } from '../../services/knowledge/evidence.ts'
import { knowledge } from '../../services/knowledge/knowledge.ts'
import type { AppPorts } from '../app-ports.ts'
import type { Ground } from '../ground.ts'
import type { LeavingPart } from '../leaving/part.ts'
import { analysisWith } from '../texts.ts'
import { knowledgeRoutes } from './api.me.ts'
import { evidenceFeature } from './evidence-feature.ts'
import { knowledgeFeature } from './feature.ts'
import { gapFeature } from './gap-feature.ts'
import { importRoutes } from './import.api.hr.ts'
import { importPart } from './import-part.ts'
import { itemSharing, type SharingNeeds } from './item-sharing.ts'

export interface KnowledgeNeeds extends Pick<SharingNeeds, 'moments' | 'caring'> {
  leaving: LeavingPart
  ports: Pick<AppPorts, 'synonyms' | 'snapshots' | 'embedding'>
  helping(): Pick<HelperActions, 'agree'>
}

/** What colleagues know: what was shared by name, who knows what, and what nobody knew. */
export function knowledgePart(ground: Ground, { ports, leaving, moments, caring, helping }: KnowledgeNeeds) {
  const { store, clock, random, secrets, choices, stands } = ground
  const analysis = analysisWith(ports.synonyms ?? [])
  const items = knowledge({ store, clock, random, analysis, snapshots: ports.snapshots, embedding: ports.embedding })
  const reasons = evidence({ store, clock, secrets, leaving: leaving.check, analysis, itemsOf: items.sharedBy })
  const missing = gaps({
    store,
    clock,
    secrets,
    analysis,
    isKnown: async (tenant, text, language) =>
      (await items.searchOthers(tenant, '', text, language, 1)).some(({ maybe }) => !maybe),
  })

  const importing = importPart({ store, clock, secrets, leaving: leaving.check, items, everyone: ground.who.all })
  const sharing = itemSharing({ items, secrets, leaving: leaving.check, moments, caring })
  const bank = knowledgeBank({
    store,
    clock,
    secrets,
    analysis,
    items,
    leaving: leaving.check,
    // Private again where it came from; that takes it out of the bank.
    async takeBack(reader, { id, kind }) {
      // No import that is taken back brings it again.
      if (kind === 'document') return importing.drop(reader.tenant, id)
      if (kind === 'answer') return void (await helping().agree(reader.tenant, reader.person, askOf(id), false))
      const found = await sharing.momentOf(reader.tenant, reader.person, id)
      if (found) await moments().keepPrivate(reader, found.id)
    },
  })

  const keeperOf = async ({ tenant }: { tenant: string }, person: PersonId) =>
    (person && (await stands.nameOf(tenant, person))) || ''

  return {
    analysis,
    items,
    reasons,
    gaps: missing,
    bank,
    imports: importing,
    ...sharing,
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
        imports: importing,
        colleague: ground.colleague,
        keeperOf,
        routes: {
          ...importRoutes(importing),
          me: knowledgeRoutes({ bank, languageOf: stands.languageOf, nameOf: ground.nameFor, keeperOf }),
        },
      }),
    },
  }
}

export type KnowledgePart = ReturnType<typeof knowledgePart>
