import assert from 'node:assert/strict'
import type { TunedPrompt } from '../../services/prompts/documents.ts'
import { library } from '../../services/prompts/library.ts'
import type { Words } from '../../services/prompts/schema.ts'
import { BRAM, plannedWeek, restarted, SANNE } from '../delivery/weeks.ts'
import { House, read, TENANT } from '../house.ts'

const HILDE = { id: 'hilde', name: 'Hilde Mol', roles: ['hr' as const] }
const MONDAY = new Date('2026-11-16T07:30Z')
const FRIDAY = '2026-11-20T18:00Z'
const OPENING = 'leerzaam-moment'
const WORDS: Words = {
  nl: {
    question: 'Wat verraste je deze week?',
    why: 'Zo blijft het je bij.',
    example: 'Bijvoorbeeld: het liep anders',
  },
  en: {
    question: 'What surprised you this week?',
    why: 'So that you keep it.',
    example: 'For example: it went otherwise',
  },
}
const worded = (question: string): Words => ({ ...WORDS, nl: { ...WORDS.nl, question } })

const editing = (revision: number, id = OPENING) => ({ tenant: TENANT, person: 'hilde', id, revision })
const stands = async (house: House, id = OPENING): Promise<TunedPrompt> =>
  (await house.app.prompts.one(TENANT, id)) ?? assert.fail(id)
const statuses = ({ versions }: TunedPrompt) => versions.map(({ version, status }) => `${version} ${status}`)
const gotten = (house: House, person: string) => house.sentTo(person).map((card) => read(card))

/** Hilde words the opening question anew, as a draft. */
async function drafted() {
  const house = await plannedWeek([SANNE, BRAM, HILDE], { at: MONDAY })
  await house.say('sanne', 'vraag op dinsdag 9:00')
  assert.equal((await house.app.prompts.save(editing(0), WORDS)).kind, 'edited')
  return house
}

const publish = (house: House, revision = 1, version = 1001) =>
  house.app.prompts.publish(editing(revision), version, 'beter te begrijpen')

describe('questions that HR tunes', () => {
  it('a draft is asked of nobody, and there is one at most', async () => {
    const house = await drafted()
    await house.app.prompts.save(editing(1), worded('Wat viel je op?'))
    assert.deepEqual(statuses(await stands(house)), ['1 published', '1001 draft'])
    await house.until(FRIDAY)
    for (const who of ['sanne', 'bram']) assert.match(gotten(house, who).join(), /meest leerzame moment/)
  })

  it('published, it is on the cards that were not sent yet, and those who had theirs answer what they read', async () => {
    const house = await drafted()
    await house.until('2026-11-17T12:00Z')
    await publish(house)
    await house.until(FRIDAY)
    assert.match(gotten(house, 'sanne').join(), /meest leerzame moment/)
    assert.match(gotten(house, 'bram').join(), /Wat verraste je deze week\?/)
    const [card] = house.sentTo('sanne')
    assert.ok(card)
    await house.press('sanne', card, 'Bewaar', { text: 'Eerst bellen.' })
    const moment = await house.press('sanne', await house.say('sanne', 'mijn momenten'), 'Open 1')
    assert.match(read(moment), /meest leerzame moment/)
  })

  it('withdrawn, the words before it are asked again, also of who was planned', async () => {
    const house = await drafted()
    await publish(house)
    assert.equal((await house.app.prompts.withdraw(editing(2), 1001, 'toch niet')).kind, 'edited')
    await house.until(FRIDAY)
    assert.match(gotten(house, 'bram').join(), /meest leerzame moment/)
    assert.deepEqual(statuses(await stands(house)), ['1 published', '1001 withdrawn'])
  })

  it('what was published is not changed: the next words are the next version', async () => {
    const house = await drafted()
    await publish(house)
    await house.app.prompts.save(editing(2), worded('Wat viel je op?'))
    assert.deepEqual(statuses(await stands(house)), ['1 published', '1001 published', '1002 draft'])
    assert.equal((await house.app.prompts.publish(editing(3), 1001, 'nog eens')).kind, 'refused')
    assert.equal((await house.app.prompts.discard(editing(3), 1001)).kind, 'refused')
    assert.equal((await house.app.prompts.discard(editing(3), 1002)).kind, 'edited')
    assert.deepEqual(statuses(await stands(house)), ['1 published', '1001 published'])
  })

  it('of two who edit at once the second is told, sees what the first did, and nothing of it is lost', async () => {
    const house = await drafted()
    const second = await house.app.prompts.save(editing(0), worded('Wat viel je op?'))
    assert.equal(second.kind, 'meanwhile')
    assert.equal('prompt' in second && second.prompt.versions.at(-1)?.nl.question, WORDS.nl.question)
    const both = await Promise.all([publish(house), publish(house)])
    assert.deepEqual(both.map(({ kind }) => kind).sort(), ['edited', 'meanwhile'])
  })

  it('another process asks it within a minute, and knows the words at once', async () => {
    const house = await drafted()
    const other = await restarted(house, MONDAY.toISOString())
    assert.equal((await stands(other)).revision, 1)
    await publish(house)
    assert.equal((await stands(other)).versions.at(-1)?.status, 'draft', 'read just now')
    await other.until('2026-11-19T18:00Z')
    assert.match(gotten(other, 'bram').join(), /Wat verraste je deze week\?/)
    other.now = new Date(other.now.getTime() + 61_000)
    assert.equal((await stands(other)).versions.at(-1)?.status, 'published')
  })

  it('another municipality keeps the words of the product', async () => {
    const house = await drafted()
    await publish(house)
    assert.deepEqual(await house.app.prompts.inUse('tenant-b'), (await house.app.prompts.all('tenant-b')).slice())
    assert.deepEqual(statuses((await house.app.prompts.one('tenant-b', OPENING)) ?? assert.fail()), ['1 published'])
  })

  it('a question that is put off is asked no more, gives way to the opening, and comes back', async () => {
    const house = await House.open({ roster: [{ ...SANNE, since: '2026-W46' }, HILDE], at: MONDAY })
    await house.app.rosterChanged(TENANT)
    await house.settle()
    const [, second] = library
    assert.ok(second)
    const { app } = house
    const usual = (await app.prompts.inUse(TENANT)).map(({ id }) => id)
    assert.equal((await app.prompts.turn(editing(0, second.id), true, 'leeft hier niet')).kind, 'edited')
    assert.deepEqual(
      (await app.prompts.inUse(TENANT)).map(({ id }) => id),
      usual.filter((id) => id !== second.id),
    )
    await house.until(FRIDAY)
    assert.match(gotten(house, 'sanne').join(), /meest leerzame moment/)
    assert.equal((await app.prompts.turn(editing(1, second.id), true, '')).kind, 'refused')
    assert.equal((await app.prompts.turn(editing(1, second.id), false, '')).kind, 'edited')
    assert.equal((await app.prompts.inUse(TENANT)).length, usual.length)
  })

  it('the opening is always there, whatever is tried', async () => {
    const house = await drafted()
    assert.equal((await house.app.prompts.turn(editing(1), true, '')).kind, 'refused')
    assert.equal((await house.app.prompts.withdraw(editing(1), 1, '')).kind, 'refused')
    assert.equal((await house.app.prompts.save(editing(0, 'bestaat-niet'), WORDS)).kind, 'unknown')
  })

  it('a question of its own is asked once it is published, and is gone when its draft is discarded', async () => {
    const house = await plannedWeek([SANNE, HILDE], { at: MONDAY })
    const own = { id: 'eigen-onze-stad', family: 'eigen', audience: 'everyone' as const, journalOnly: false }
    const add = () => house.app.prompts.add({ tenant: TENANT, person: 'hilde' }, { ...own, id: 'onze-stad' }, WORDS)
    const isInUse = async () => (await house.app.prompts.inUse(TENANT)).some(({ id }) => id === own.id)
    assert.ok(await add())
    assert.equal(await add(), undefined, 'there is one of this name')
    assert.equal(await isInUse(), false)
    await house.app.prompts.discard(editing(1, own.id), 1001)
    assert.equal(await house.app.prompts.one(TENANT, own.id), undefined)
    assert.ok(await add())
    // What was done before is still in the log, and the count goes on.
    await house.app.prompts.publish(editing(3, own.id), 1001, 'van onszelf')
    assert.equal((await house.app.prompts.steps(TENANT)).length, 4)
    assert.equal(await isInUse(), true)
  })

  it('is tried in the chat of its author, and of nobody else', async () => {
    const house = await drafted()
    const tried = await house.app.prompts.tryOut(editing(1), 1001)
    assert.equal(tried.kind, 'edited')
    await house.settle()
    assert.deepEqual(
      house.sent.map(({ to }) => to),
      ['hilde'],
    )
    assert.match(gotten(house, 'hilde').join(), /Proef.*Wat verraste je deze week\?/s)
    assert.deepEqual(statuses(await stands(house)), ['1 published', '1001 test'])
    assert.deepEqual(house.sentTo('hilde')[0]?.actions, [], 'a picture: nothing of it would be kept')
  })

  it('every step is kept with who and why, without the name once that person is forgotten', async () => {
    const house = await drafted()
    await publish(house)
    const steps = await house.app.prompts.steps(TENANT)
    assert.deepEqual(
      steps.map(({ id, by, step, version, why }) => [id, by, step, version, why]),
      [
        [OPENING, 'hilde', 'published', 1001, 'beter te begrijpen'],
        [OPENING, 'hilde', 'saved', undefined, undefined],
      ],
    )
    assert.equal((await house.app.prompts.stepsOf(TENANT, 'hilde')).length, 2)
    await house.app.forget(TENANT, 'hilde')
    assert.deepEqual(
      (await house.app.prompts.steps(TENANT)).map(({ by }) => by),
      ['', ''],
    )
    assert.equal((await stands(house)).versions.length, 2)
  })
})
