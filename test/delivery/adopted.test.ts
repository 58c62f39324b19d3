import assert from 'node:assert/strict'
import type { Card } from '../../cards/kit/card.ts'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import type { Delivery } from '../../services/delivery/deliveries/delivery.ts'
import { asks } from '../ask/town.ts'
import { House, type Message, type More, type Options, read, TENANT } from '../house.ts'
import { type Interruption, interrupted } from './interrupted.ts'
import { plannedWeek, restarted, SANNE } from './weeks.ts'

const MONDAY = new Date('2026-11-16T07:30Z')
const SENT_AT = '2026-11-18T08:00Z'
const LINE_AT = '2026-11-18T14:00Z'
const THE_CARD = { replyTo: 'the-card' }

/** Cards arrive and nobody is told; `seen` is what lies in people's chats all the same. */
function silently(seen: Message[], isKnown: (card: Card) => boolean = () => false): NonNullable<Options['wire']> {
  return async (message) => {
    const { content } = message
    if (typeof content === 'string') return { kind: 'accepted', message: 'the-line' }
    if (isKnown(content)) return { kind: 'accepted', message: 'the-other' }
    seen.push(message)
    return { kind: 'unknown', code: '504' }
  }
}

/** Sanne has a card in her chat of which nobody knows. */
async function unknown({ isKnown, ...options }: Options & { isKnown?: (card: Card) => boolean } = {}) {
  const seen: Message[] = []
  const house = await plannedWeek([SANNE], { at: MONDAY, wire: silently(seen, isKnown), ...options })
  await house.say('sanne', 'vraag op woensdag 9:00')
  await house.until(SENT_AT)
  const content = seen[0]?.content
  assert.ok(content && typeof content !== 'string' && seen.length === 1)
  return { house, card: content, seen }
}

async function questionOf(house: House): Promise<Delivery> {
  const feature = house.app.features.find(({ name }) => name === 'delivery')
  const deliveries = ((await feature?.export.deliveries?.(TENANT, 'sanne')) ?? []) as Delivery[]
  return deliveries.find(({ about }) => about.week === '2026-W47') ?? assert.fail('there is no question')
}

const states = ({ state, message }: Delivery) => ({ state, message })

describe('delivery: a card of which nobody knew, and that somebody uses', () => {
  /** Nothing is typed in it: that alone says nothing but that the card is there. */
  const looks = (house: House, card: Parameters<House['pressed']>[1], more: More) =>
    house.pressed('sanne', card, 'Bewaar', {}, more)

  it('is the one: no line follows, and what is answered on it is the answer of this delivery', async () => {
    const { house, card, seen } = await unknown()
    await looks(house, card, THE_CARD)
    assert.deepEqual(states(await questionOf(house)), { state: 'accepted', message: 'the-card' })
    await house.until('2026-11-19T12:00Z')
    assert.deepEqual([house.linesTo('sanne'), seen.length], [[], 1])
    await house.press('sanne', card, 'Bewaar', { text: 'Eerst bellen.' })
    assert.match(read(await house.say('sanne', 'mijn momenten')), /Eerst bellen/)
  })

  it('gets its line where nothing says in which message it was seen', async () => {
    const { house, card } = await unknown()
    await looks(house, card, {})
    await house.until('2026-11-19T12:00Z')
    assert.equal(house.linesTo('sanne').length, 1)
  })

  it('also by a reply that is typed, and the reply is the answer', async () => {
    const { house } = await unknown()
    assert.match(read(await house.say('sanne', 'Eerst bellen, dan lezen.', THE_CARD)), /Bewaard/)
    assert.deepEqual(states(await questionOf(house)), { state: 'accepted', message: 'the-card' })
    await house.until('2026-11-19T12:00Z')
    assert.deepEqual(house.linesTo('sanne'), [])
  })

  it('but not by a reply to another message that the bot sent', async () => {
    const { house } = await unknown({ isKnown: (card) => !read(card).includes('Vraag van de week') })
    await house.arrive('sanne')
    await house.say('sanne', 'Eerst lezen, zo te zien.', { replyTo: 'the-other' })
    assert.equal((await questionOf(house)).state, 'unknown')
  })

  it('nor by a reply to the question of a week before', async () => {
    const lastWeeks: Options['wire'] = async () => ({ kind: 'accepted', message: 'last-weeks' })
    const house = await plannedWeek([SANNE], { at: new Date('2026-11-09T07:30Z'), wire: lastWeeks })
    await house.until('2026-11-13T12:00Z')
    const later = await restarted(house, '2026-11-16T08:00Z', silently([]))
    await later.until('2026-11-19T15:00Z')
    assert.equal((await questionOf(later)).state, 'unknown')
    await later.say('sanne', 'Eerst lezen, zo te zien.', { replyTo: 'last-weeks' })
    assert.equal((await questionOf(later)).state, 'unknown')
  })

  it('is not another person’s to take', async () => {
    const { house, card } = await unknown()
    await house.employ({ id: 'bram', name: 'Bram Visser' })
    await house.pressed('bram', card, 'Bewaar', {}, THE_CARD)
    assert.equal((await questionOf(house)).state, 'unknown')
  })

  it('gets no line either when the person asked for the question meanwhile', async () => {
    const { house } = await unknown()
    await house.say('sanne', 'vraag')
    await house.until('2026-11-19T12:00Z')
    assert.deepEqual(house.linesTo('sanne'), [])
  })

  it('also when it is used while the answer of the channel is still on its way', async () => {
    let answer: () => void = () => {}
    const waits = new Promise<void>((resolve) => {
      answer = resolve
    })
    const cards: Message[] = []
    const house = await plannedWeek([SANNE], {
      at: MONDAY,
      wire: async (message) => {
        cards.push(message)
        await waits
        return { kind: 'unknown', code: '504' }
      },
    })
    await house.say('sanne', 'vraag op woensdag 9:00')
    house.now = new Date(SENT_AT)
    const sending = house.settle()
    while (cards.length === 0) await new Promise(setImmediate)
    const content = cards[0]?.content
    assert.ok(content && typeof content !== 'string')
    await looks(house, content, THE_CARD)
    answer()
    await sending
    assert.deepEqual(states(await questionOf(house)), { state: 'accepted', message: 'the-card' })
    await house.until('2026-11-19T12:00Z')
    assert.deepEqual([house.linesTo('sanne'), cards.length], [[], 1])
  })

  it('while another process is about to say the line: one of the two, wherever they meet', async () => {
    const met = new Set<string>()
    for (let place = 0, isPassed = true; isPassed; place++) {
      const { lines, state, passed } = await metAt(place)
      assert.ok(lines === 0 || lines === 1, `${lines} lines at ${place}`)
      assert.ok(state === 'accepted' || lines === 1, `${state} and no line at ${place}`)
      met.add(`${state} ${lines}`)
      isPassed = passed > place
    }
    assert.ok(met.has('accepted 0') && met.has('settled 1'), [...met].join())
  })

  /** The card is used when the job that settles has used the store so many times. */
  async function metAt(place: number) {
    let [passed, use]: [number, (() => Promise<unknown>) | undefined] = [0, undefined]
    const after: Interruption = async () => {
      const now = use
      if (!now || passed++ !== place) return
      use = undefined
      await now()
    }
    const clock = { now: () => MONDAY }
    const bare = memoryStore({ clock, random: systemRandom })
    const { house, card } = await unknown({ store: bare })
    const settler = new House({
      store: interrupted(bare, { after }),
      at: new Date(LINE_AT),
      wire: async () => ({ kind: 'accepted', message: 'line' }),
    })
    house.now = new Date(LINE_AT)
    use = () => looks(house, card, THE_CARD)
    await settler.settle()
    use = undefined
    const { state } = await questionOf(house)
    const again = await restarted(house, '2026-11-19T09:00Z')
    await again.until('2026-11-20T15:00Z')
    return { lines: settler.linesTo('sanne').length + again.linesTo('sanne').length, state, passed }
  }
})

describe('delivery: a colleague’s question of which nobody knew, and that somebody uses', () => {
  async function offered() {
    const seen: Message[] = []
    const house = await House.open({ wire: silently(seen), at: new Date(SENT_AT) })
    await asks(house, 'sanne', 'karin')
    await house.settle()
    const card = seen.find(({ to }) => to === 'karin')?.content
    assert.ok(card && typeof card !== 'string')
    return { house, card }
  }

  it('gets no line', async () => {
    const { house, card } = await offered()
    await house.pressed('karin', card, 'Weet iemand anders', {}, THE_CARD)
    await house.until('2026-11-18T15:00Z')
    assert.deepEqual(house.linesTo('karin'), [])
  })

  it('gets one where nothing says in which message it was seen', async () => {
    const { house, card } = await offered()
    await house.pressed('karin', card, 'Weet iemand anders')
    await house.until('2026-11-18T15:00Z')
    assert.equal(house.linesTo('karin').length, 1)
  })
})
