import assert from 'node:assert/strict'
import { shelf } from '../../services/prompts/documents.ts'
import type { Words } from '../../services/prompts/schema.ts'
import { House, TENANT } from '../house.ts'
import { bytesOf, QUARTER } from './sizes.ts'

const HILDE = { id: 'hilde', name: 'Hilde Mol', roles: ['hr' as const] }
const OPENING = 'leerzaam-moment'
/** More than fit in one document. */
const ACTS = 600
const WHY = 'Drie teams lazen deze vraag anders dan bedoeld; zo is hij korter.'
const words = (place: number): Words => ({
  nl: {
    question: `Wat verraste je deze week (${place})?`,
    why: 'Zo blijft het je bij.',
    example: 'Bijvoorbeeld: een fout',
  },
  en: {
    question: `What surprised you this week (${place})?`,
    why: 'So that you keep it.',
    example: 'For example: a slip',
  },
})

describe('a question that HR words very often', () => {
  it('is worded and published six hundred times, and the last words are asked', async () => {
    const house = await House.open({ roster: [HILDE] })
    const { prompts } = house.app
    const editing = async () => ({ tenant: TENANT, person: 'hilde', id: OPENING, revision: (await stands()).revision })
    const stands = async () => (await prompts.one(TENANT, OPENING)) ?? assert.fail(OPENING)
    for (let act = 0; act < ACTS; act++) {
      const saved = await prompts.save(await editing(), words(act))
      assert.equal(saved.kind, 'edited')
      const draft = (await stands()).versions.at(-1)?.version ?? 0
      assert.equal((await prompts.publish(await editing(), draft, WHY)).kind, 'edited')
    }
    const { versions } = await stands()
    const last = versions.at(-1)
    assert.deepEqual(
      [last?.version, last?.status, last?.nl.question],
      [1000 + ACTS, 'published', words(ACTS - 1).nl.question],
    )
    const kept = await shelf({ store: house.store, clock: { now: () => house.now } }).kept.get({
      tenant: TENANT,
      id: OPENING,
    })
    assert.ok(kept && bytesOf(kept) < QUARTER, `${kept && bytesOf(kept)} bytes`)
  })

  it('keeps the words that are asked, however many were withdrawn after them', async () => {
    const house = await House.open({ roster: [HILDE] })
    const { prompts } = house.app
    const revision = async () => (await prompts.one(TENANT, OPENING))?.revision ?? 0
    const editing = async () => ({ tenant: TENANT, person: 'hilde', id: OPENING, revision: await revision() })
    await prompts.save(await editing(), words(0))
    await prompts.publish(await editing(), 1001, WHY)
    for (let act = 1; act < 150; act++) {
      await prompts.save(await editing(), words(act))
      await prompts.publish(await editing(), 1001 + act, WHY)
      await prompts.withdraw(await editing(), 1001 + act, WHY)
    }
    const { versions = [] } = (await prompts.one(TENANT, OPENING)) ?? {}
    assert.equal(versions.findLast(({ status }) => status === 'published')?.nl.question, words(0).nl.question)
  })
})
