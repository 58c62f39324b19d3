import assert from 'node:assert/strict'
import { afterEach, describe, it } from 'mocha'
import { library, published } from '../../services/prompts/library.ts'
import type { Interruption } from '../delivery/interrupted.ts'
import { execute, SANNE, TENANT } from './channel.ts'
import { openTown, type Town } from './town.ts'
import { onEachEdge } from './world.ts'

const WEDNESDAY = '2026-11-18T09:00Z'
const EVENING = '2026-11-18T20:00Z'
const MORNING = '2026-11-19T07:59Z'
const QUESTION_TIME = '2026-11-19T14:00Z'
const NOON = new Date('2026-11-20T12:00Z')
const BUSY = { kind: 'rejected', code: 'http-429', status: 429 } as const
const REFUSED = { kind: 'rejected', code: 'BotNotInConversationRoster', status: 403 } as const

const turn = { id: 'turn', tenant: TENANT, person: SANNE, language: 'nl', place: 'personal' } as const

const kinds: [kind: string, words: RegExp][] = [
  ['stranger', /Ik ken je nog niet/],
  ['welcome', /Hoi Sanne, ik ben Leermoment/],
  ['help', /Wat kun je met Leermoment/],
  ['question', /Vraag van de week/],
]

onEachEdge('a newcomer', (sdk) => {
  let town: Town
  const open = async (at: string, ...more: [watch: Interruption] | []) => {
    town = await openTown(at, sdk, ...more)
    return town
  }
  afterEach(() => town.close())
  const seen = () => town.seen.map((card) => kinds.find(([, words]) => words.test(card))?.[0] ?? card)

  describe('who had the app before the roster named them', () => {
    it('is welcomed when it does, and gets the question after that', async () => {
      const { house, installs, hire } = await open(WEDNESDAY)
      await installs()
      assert.deepEqual(seen(), [])
      await hire()
      assert.deepEqual(seen(), ['welcome'])
      await house.until(QUESTION_TIME)
      assert.deepEqual(seen(), ['welcome', 'question'])
    })

    it('is welcomed before a question that was due already', async () => {
      const { installs, hire } = await open('2026-11-20T09:00Z')
      await installs()
      await hire()
      assert.deepEqual(seen(), ['welcome', 'question'])
    })

    it('is welcomed in the morning when it names them at night, and nothing comes before', async () => {
      const { house, installs, hire } = await open(EVENING)
      await installs()
      await hire()
      const [prompt] = library
      assert.ok(prompt)
      await house.app.rounds.start(TENANT, { id: prompt.id, version: published(prompt).version }, true)
      await house.until(MORNING)
      assert.deepEqual(seen(), [])
      await house.until('2026-11-19T08:00Z')
      assert.deepEqual(seen(), ['welcome', 'question'])
    })

    it('is welcomed on their own working day', async () => {
      const { house, installs } = await open(WEDNESDAY)
      await installs()
      await house.employ({ id: SANNE, name: 'Sanne Bakker', workingDays: [1, 5] }, TENANT)
      await house.app.rosterChanged(TENANT)
      await house.until('2026-11-20T07:59Z')
      assert.deepEqual(seen(), [])
      await house.until('2026-11-20T08:00Z')
      assert.deepEqual(seen(), ['welcome', 'question'])
    })

    it('is welcomed before the answer when they write at night, and not again in the morning', async () => {
      const { house, installs, hire, says } = await open(EVENING)
      await installs()
      await hire()
      await says('help')
      assert.deepEqual(seen(), ['welcome', 'help'])
      await house.until('2026-11-19T12:00Z')
      assert.deepEqual(seen(), ['welcome', 'help'])
    })

    it('is welcomed when they write before anybody looked at the roster again', async () => {
      const { house, says } = await open(WEDNESDAY)
      await says('help')
      await house.employ({ id: SANNE, name: 'Sanne Bakker' }, TENANT)
      await says('help')
      assert.deepEqual(seen(), ['stranger', 'welcome', 'help'])
    })

    it('is welcomed once, however often the roster changes and the app says that it is there', async () => {
      const { house, installs, hire } = await open(WEDNESDAY)
      await installs()
      for (let times = 0; times < 3; times++) {
        await hire()
        await house.pass(60_000)
        await installs()
      }
      assert.deepEqual(seen(), ['welcome'])
    })

    it('is welcomed all the same when it breaks off once they can be reached, and gets what waited', async () => {
      let isBroken = false
      const { house, installs, hire, leave } = await open('2026-11-20T09:00Z', (collection, verb) => {
        if (collection === 'contacts' && verb === 'put') isBroken = house?.now.getTime() === NOON.getTime()
        else if (isBroken && collection === 'deliveries') {
          isBroken = false
          throw new Error('the disk is full')
        }
      })
      await hire()
      await leave()
      await installs()
      house.now = NOON
      await hire()
      assert.deepEqual(seen().sort(), ['question', 'welcome'])
      assert.match(house.logged.join(), /job-failed/)
    })
  })

  describe('who comes back to the roster', () => {
    it('is not welcomed a second time', async () => {
      const { house, installs, hire, leave, says } = await open(WEDNESDAY)
      await hire()
      await installs()
      await leave()
      await says('help')
      await hire()
      await house.until(QUESTION_TIME)
      assert.deepEqual(seen(), ['welcome', 'stranger', 'question'])
    })

    it('is not welcomed after a stop', async () => {
      const { house, installs, hire, leave } = await open(WEDNESDAY)
      await hire()
      await house.turn({ ...turn, at: house.now, kind: 'said', text: 'stop' })
      await leave()
      await installs()
      await hire()
      await house.until(QUESTION_TIME)
      assert.deepEqual(seen(), [])
    })

    it('is not welcomed once everything of theirs was erased, not even long after a fresh start', async () => {
      const { house, hire, leave, installs, says } = await open(WEDNESDAY)
      await hire()
      await says('help')
      await house.app.forget(TENANT, SANNE)
      await says('start')
      await house.until('2027-03-01T09:00Z')
      await leave()
      await installs()
      await hire()
      await installs()
      assert.deepEqual(seen().slice(0, 2), ['welcome', 'help'])
      assert.deepEqual(seen().slice(2).includes('question'), true)
      assert.deepEqual(seen().slice(2).includes('welcome'), false)
    })
  })

  describe('whose message waited', () => {
    it('gets it after the welcome when they write, though nobody said that the app was installed', async () => {
      const { house, hire, says } = await open(WEDNESDAY)
      await hire()
      await house.until(QUESTION_TIME)
      assert.deepEqual(seen(), [])
      await says('help')
      assert.deepEqual(seen(), ['welcome', 'help', 'question'])
    })

    it('gets it when they press', async () => {
      const { house, hire, does } = await open(WEDNESDAY)
      await hire()
      await house.until(QUESTION_TIME)
      await does(execute('guide.show', {}))
      assert.deepEqual(seen(), ['welcome', 'question'])
    })

    it('gets it when they write after Teams said that the app was not there', async () => {
      const { house, answers, hire, installs, says } = await open(WEDNESDAY)
      await hire()
      await installs()
      answers.push(REFUSED)
      await house.until(QUESTION_TIME)
      assert.deepEqual(seen(), ['welcome'])
      await says('help')
      assert.deepEqual(seen(), ['welcome', 'help', 'question'])
    })

    it('gets it at night when they write then, for they began', async () => {
      const { house, answers, hire, installs, says } = await open(WEDNESDAY)
      await hire()
      answers.push(REFUSED)
      await installs()
      await house.until(EVENING)
      await says('help')
      assert.deepEqual(seen(), ['welcome', 'help'])
    })

    it('gets it soon when Teams had too much to do at that moment', async () => {
      const { house, answers, hire, installs } = await open(WEDNESDAY)
      await hire()
      answers.push(BUSY)
      await installs()
      assert.deepEqual(seen(), [])
      await house.pass(2 * 60_000)
      assert.deepEqual(seen(), ['welcome'])
    })

    it('costs every other message nothing: the store is not asked', async () => {
      const asked: string[] = []
      const { hire, installs, says } = await open(
        WEDNESDAY,
        (collection, verb) => void asked.push(`${verb} ${collection}`),
      )
      await hire()
      await installs()
      await says('help')
      asked.length = 0
      await says('help')
      assert.deepEqual(
        asked.filter((one) => /contacts|deliveries/.test(one)),
        [],
      )
    })
  })
})
