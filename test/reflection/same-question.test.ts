import assert from 'node:assert/strict'
import { seed } from '../../bot/demo/seed.ts'
import type { Card } from '../../cards/kit/card.ts'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { clockFrom } from '../../services/adapters/system/clock.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import type { Archive, Collection, CollectionSpec, Doc } from '../../services/core/ports.ts'
import { type Municipality, openMunicipality } from '../fixtures/town.ts'
import { read } from '../house.ts'

const DEMO = new URL('../../demo/', import.meta.url)
const OPENING = 'leerzaam-moment'
const REWORDED = { nl: 'Wat verraste je deze week?', en: 'What surprised you?' }
/** A Wednesday: two weeks on, the opening question is pinned. */
const START = new Date('2026-11-25T09:00:00Z')
const PINNED = '2026-W50'

/** The example municipality on a keeper whose reads fail while `broken.now`. */
async function openExample() {
  const clock = clockFrom(START)
  const broken = { now: false }
  const raw = memoryStore({ clock, random: systemRandom })
  const failing: Archive = {
    ...raw,
    collection<T extends Doc>(spec: CollectionSpec<T>): Collection<T> {
      const kept = raw.collection(spec)
      const or = <R>(work: () => Promise<R>) => (broken.now ? Promise.reject(new Error('the disk is away')) : work())
      return {
        ...kept,
        get: (key) => or(() => kept.get(key)),
        find: (scope, query) => or(() => kept.find(scope, query)),
      }
    },
  }
  const town = await openMunicipality(failing, clock)
  await seed(failing, START, town.tenant, DEMO)
  return { ...town, broken }
}

function questionOn(card: Card): string {
  const [eyebrow = '', question = ''] = read(card).split('\n')
  assert.match(eyebrow, /^(Vraag van de week|Question of the week)/)
  return question
}

describe('the question of the week, asked for again', () => {
  let town: Municipality & { broken: { now: boolean } }
  let youssef: string
  beforeEach(async () => {
    town = await openExample()
    youssef = await town.idOf('Youssef el Idrissi')
  })
  afterEach(() => town.close())

  it('is the same question, also for a person who acts as a colleague', async () => {
    const sanne = await town.idOf('Sanne Bakker')
    await town.says(sanne, 'demo als Youssef el Idrissi')
    const first = questionOn(await town.says(sanne, 'vraag'))
    for (let time = 0; time < 3; time++) assert.equal(questionOn(await town.says(sanne, 'vraag')), first)
  })

  it('is the same after “Wat gebeurt hiermee?” and back, and in the journal', async () => {
    const first = await town.says(youssef, 'vraag')
    const why = await town.says(youssef, 'wat gebeurt hiermee')
    const back = await town.presses(youssef, why, 'Terug naar de vraag')
    assert.equal(questionOn(back), questionOn(first))
    await town.presses(youssef, back, 'Bewaar', { text: 'Eerst bellen.' })
    const { moments } = await town.app.ownData.taken(town.tenant, youssef)
    assert.equal(moments.find(({ text }) => text === 'Eerst bellen.')?.question, questionOn(first))
  })

  it('is the same once more, later', async () => {
    const first = await town.says(youssef, 'vraag')
    await town.presses(youssef, first, 'Morgen')
    await town.says(youssef, 'demo dag')
    assert.equal(questionOn(await town.says(youssef, 'vraag')), questionOn(first))
  })

  it('comes in the new words after HR reworded it and a week passed, and everybody answers and rereads it', async () => {
    await reworded()
    for (let week = 0; week < 2; week++) await town.says(youssef, 'demo week')
    for (const { id, name } of await town.guests()) {
      const asked = REWORDED[await town.app.standing.languageOf(town.tenant, id)]
      for (let time = 0; time < 2; time++) assert.equal(questionOn(await town.says(id, 'vraag')), asked, name)
      const text = `Een verrassing voor ${id}.`
      const card = await town.says(id, 'vraag')
      await town.presses(id, card, card.actions[0]?.title ?? '', { text })
      assert.ok(read(await town.says(id, 'mijn momenten')).includes(text), name)
      const { moments } = await town.app.ownData.taken(town.tenant, id)
      assert.equal(moments.find((one) => one.text === text)?.question, asked)
    }
    assert.deepEqual(
      town.lines.filter(({ level }) => level === 'error').map(({ event }) => event),
      [],
    )
  })

  async function reworded() {
    const { get, post } = await town.signedIn(await town.idOf('Kim Nguyen'))
    const revision = async () =>
      (await get('/api/hr/prompts')).body.prompts.find(({ id }: { id: string }) => id === OPENING).revision
    const why = 'Beter te begrijpen.'
    const words = {
      nl: { question: REWORDED.nl, why: 'Zo leren we.', example: 'Bijvoorbeeld: een gesprek.' },
      en: { question: REWORDED.en, why: 'So we learn.', example: 'For example: a talk.' },
    }
    const save = { revision: await revision(), words }
    assert.equal((await post(`/api/hr/prompts/${OPENING}/save`, save)).status, 200)
    const publish = { revision: await revision(), version: 1001, why }
    assert.equal((await post(`/api/hr/prompts/${OPENING}/publish`, publish)).status, 200)
    const pin = { revision: (await get('/api/hr/calendar')).body.revision, week: PINNED, prompt: OPENING, why }
    assert.equal((await post('/api/hr/calendar/pin', pin)).status, 200)
  }

  it('that cannot be read says so, and nothing of saving; an answer that cannot be kept does', async () => {
    const card = await town.says(youssef, 'vraag')
    town.broken.now = true
    const unread = read(await town.says(youssef, 'vraag'))
    const unsaved = read(await town.presses(youssef, card, 'Bewaar', { text: 'Eerst bellen.' }))
    town.broken.now = false
    assert.match(unread, /Het ophalen lukte niet/)
    assert.doesNotMatch(unread, /bewa/)
    assert.match(unsaved, /Nog niet bewaard\nHet bewaren lukte niet/)
  })
})
