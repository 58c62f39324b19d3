import assert from 'node:assert/strict'
import type { CollectionSpec, Doc } from '../../services/core/ports.ts'
import { days, later, months } from '../../services/core/time.ts'
import type { House } from '../house.ts'
import { documentAt, rowsOf } from './document.ts'
import { type Held, type Municipality, municipality } from './municipality.ts'

/** What is kept of people, or why this is nobody's. */
type Kept =
  | { nobodys: string }
  | {
      /** How its row in docs/privacy.md begins. */
      told: string
      /** How long, as that row says it, where each document carries its own end. */
      term?: RegExp
      /** Why nobody takes it along. */
      notExported?: string
      /** Why it is there when everybody was erased. */
      stays?: string
    }

const BY_MARKS = 'it names people by marks, and stands as it was told to others'

const KEPT: Record<string, Kept> = {
  moments: { told: 'Moments' },
  knowledge: {
    told: 'Knowledge bank',
    stays: 'the shell of each item, without words or name; a document, without who kept it',
  },
  knowledgeBefore: { told: 'Knowledge bank before', term: /thirty days/, stays: 'the document, without who kept it' },
  asks: { told: 'Your questions' },
  offers: { told: 'Questions put to you' },
  evidence: { told: 'Topics**', stays: 'an empty shell, for a week' },
  topicMaps: {
    told: 'Topics**',
    term: /until the next month begins/,
    notExported: 'words without who; their owner takes them along from their own topics',
    stays: 'the words, which name nobody, until the next month begins',
  },
  gaps: {
    told: 'Topics without an answer',
    term: /half a year/,
    stays: 'the words, which are on a list for everybody',
  },
  countedAsks: { told: 'That you asked something', notExported: 'the ask itself is in it, with its moment' },
  countedPeople: { told: 'That you ever wrote', stays: 'a random code: the set stays as large as it was' },
  drafts: { told: 'Drafts', term: /one day/ },
  intentions: { told: 'Intentions' },
  buddies: { told: 'Thinking along' },
  intentionForms: { told: 'Words for an intention' },
  barriers: { told: 'Barriers' },
  barrierTies: { told: 'Barriers' },
  settings: { told: 'Settings', stays: 'the mark that stops all sending' },
  deliveries: { told: 'Deliveries' },
  asked: { told: 'Deliveries' },
  nudges: { told: 'Deliveries' },
  pages: { told: 'Deliveries', stays: 'the page of a round, with nobody on it' },
  contributions: {
    told: 'What you add to a pulse',
    term: /one week after the period/,
    notExported: 'a copy of what is in the moments, which nobody may find by a name',
  },
  memberships: { told: 'In which group you count', term: /nine weeks after the period/ },
  waitingQuotes: { told: 'Your quote', term: /at most two periods longer/ },
  quoteTokens: { told: 'Your quote', term: /at most two periods longer/ },
  reports: {
    told: 'Reports',
    term: /eight weeks.*12 months/,
    stays: 'that it was decided, without words, reporter or author',
  },
  pulses: { told: 'Learning pulses', notExported: 'it is what a group said', stays: BY_MARKS },
  decisions: { told: 'Decisions', notExported: 'it was sent to a whole group', stays: BY_MARKS },
  responses: { told: 'Decisions', notExported: 'it is how far the answer to a group is', stays: BY_MARKS },
  pulseRoles: { told: 'Whether you stand in' },
  tasks: { told: 'What a decision asked of you' },
  ratings: { told: 'Whether you recognise a decision' },
  proposals: { told: 'Questions that you propose' },
  contacts: { told: 'Chat address' },
  people: { told: 'Roster**', stays: 'the municipality lists its staff' },
  rosterBefore: { told: 'Roster before', term: /thirty days/, stays: 'which import was the last one' },
  prompts: { told: 'Changes to the questions', stays: 'what was done, without who did it' },
  calendars: { told: 'Changes to the questions', stays: 'what was done, without who did it' },
  tickets: { nobodys: 'a random word that opens an export for fifteen minutes' },
  personas: { nobodys: 'as whom somebody plays in the Playground' },
  rosters: { nobodys: 'the stamp of a roster' },
  keys: { nobodys: 'the key of every hashed id' },
  snapshotKeys: { nobodys: 'the key of the copies of an index' },
  agenda: { nobodys: 'when there is work' },
  heartbeats: { nobodys: 'whether a round moves' },
  pace: { nobodys: 'until when nothing is sent' },
  rounds: { nobodys: 'how many pages a round has' },
  rules: { nobodys: 'what an operator decided on sending' },
  demoClock: { nobodys: 'how far the time of the demo is' },
  courses: { nobodys: 'since when there are pulses' },
  windows: { nobodys: 'how far a window is, with the marks of who read' },
  policies: { nobodys: 'what a municipality chose, by its council or an operator' },
  policyPages: { nobodys: 'the same, earlier' },
  layerCounts: { nobodys: 'what was told of all managers of a layer' },
  organisationCounts: { nobodys: 'what was told of the whole organisation' },
  promptFigures: { nobodys: 'counts of at least 50 people' },
}

/** The page that staff and the works council read: how its rows begin, and how long each says. */
const ROWS = rowsOf(documentAt('docs/privacy.md'), /^\*\*/).map(([what = '', , term = '']) => ({
  begins: what.slice('**'.length),
  term,
}))

const IN_WORDS = new Map([
  [days(56), 'eight weeks'],
  [days(90), '90 days'],
  [months(12), '12 months'],
  [months(24), '24 months'],
])

const isTermed = ({ lives }: CollectionSpec<Doc>) => !('untilRemoved' in lives)
const keyOf = ({ tenant, person, id }: Doc) => ({ tenant, id, ...(person !== undefined && { person }) })
const namesOf = (specs: readonly { name: string }[]) => specs.map(({ name }) => name).sort()

describe('privacy: every collection that is declared', function () {
  this.timeout(120_000)
  let town: Municipality
  let held: Held[]
  let ofEach: Map<string, Held[]>
  beforeEach(async () => {
    town = await municipality()
    held = await town.held()
    ofEach = Map.groupBy(held, ({ spec }) => spec.name)
  })

  it('is told of, or is nobody’s for a reason', () => {
    assert.deepEqual(namesOf(town.specs), Object.keys(KEPT).sort())
    for (const spec of town.specs) assert.ok(ofEach.has(spec.name), `no document of ${spec.name} to try`)
  })

  it('has an owner, in whose partition all of it lies', () => {
    for (const { spec, doc } of held) assert.equal(doc.person !== undefined, spec.owner === 'person', spec.name)
  })

  it('lives as long as docs/privacy.md says', () => {
    for (const { spec, doc } of held) {
      const kept = KEPT[spec.name] ?? assert.fail(spec.name)
      if ('nobodys' in kept) continue
      const row = ROWS.find(({ begins }) => begins.startsWith(kept.told)) ?? assert.fail(`${spec.name}: ${kept.told}`)
      const told = `${spec.name}: "${row.term}"`
      if ('untilRemoved' in spec.lives) assert.match(row.term, /until|as long as/, told)
      else if ('ofItself' in spec.lives) assert.match(row.term, kept.term ?? assert.fail(spec.name), told)
      else {
        const term = typeof spec.lives.for === 'function' ? spec.lives.for(doc) : spec.lives.for
        assert.ok(row.term.includes(IN_WORDS.get(term) ?? assert.fail(spec.name)), told)
      }
    }
  })

  it('ends with its life and not before, and a write makes no life longer', async () => {
    const { house, specs } = town
    for (const spec of specs.filter(isTermed)) {
      const kept = house.store.collection(spec)
      const ends = (ofEach.get(spec.name) ?? []).map(({ doc }) => doc)
      const [newest] = ends.sort((one, other) => ((one.expires ?? '') < (other.expires ?? '') ? 1 : -1))
      const key = keyOf(newest ?? assert.fail(spec.name))
      const before = (await kept.get(key)) ?? assert.fail(spec.name)
      const { expires = assert.fail(spec.name) } = await kept.put(before)
      assert.equal(expires, before.expires, spec.name)
      await atMoment(house, later(new Date(expires), -1), async () => assert.ok(await kept.get(key), spec.name))
      await atMoment(house, new Date(expires), async () => assert.equal(await kept.get(key), undefined, spec.name))
    }
    house.now = later(house.now, months(12 * 30))
    const left = new Set((await town.held()).map(({ spec }) => spec.name))
    assert.deepEqual([...left].sort(), namesOf(specs.filter((spec) => !isTermed(spec))))
  })

  it('is taken along by whose it is, or is not for a reason', async () => {
    const exports = (house: House) =>
      Promise.all(town.people.map(async ({ id }) => (await house.app.ownData.taken(town.tenant, id)).everything))
    const all = JSON.stringify(await exports(town.house))
    const missing: string[] = []
    for (const { name } of town.specs) {
      const kept = KEPT[name]
      if (!kept || 'nobodys' in kept || kept.notExported || name === 'people') continue
      if (JSON.stringify(await exports(town.without(name))) === all) missing.push(name)
    }
    assert.deepEqual(missing, [])
  })

  it('is gone when everybody was erased, or stays for a reason; nobody’s names nobody', async () => {
    for (const { id } of town.people) await town.house.app.forget(town.tenant, id)
    const left = await town.held()
    const stays = new Set(left.map(({ spec }) => spec.name))
    const known = Object.entries(KEPT).flatMap(([name, kept]) => ('nobodys' in kept ? [] : [{ name, ...kept }]))
    const isWrong = known.filter(({ name, stays: why }) => stays.has(name) !== (why !== undefined))
    assert.deepEqual(namesOf(isWrong), [])
    const ids = town.people.map(({ id }) => id)
    const naming = left.filter(({ doc }) => ids.some((id) => JSON.stringify(doc).includes(id)))
    assert.deepEqual([...new Set(naming.map(({ spec }) => spec.name))].sort(), ['people', 'personas', 'settings'])
  })
})

async function atMoment(house: House, at: Date, look: () => Promise<void>): Promise<void> {
  const { now } = house
  house.now = at
  await look()
  house.now = now
}
