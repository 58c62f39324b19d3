import assert from 'node:assert/strict'
import { afterEach, it } from 'mocha'
import type { Card } from '../../cards/kit/card.ts'
import { button } from '../house.ts'
import { execute, SANNE, TENANT } from './channel.ts'
import { type Connected, openConnected, type Script } from './connected.ts'
import { onEachEdge } from './world.ts'

const QUESTION = '2026-11-19T14:00Z'
const A_MINUTE_LATER = '2026-11-19T14:02Z'
const SEVEN_HOURS_LATER = '2026-11-20T09:00Z'
const FRIDAY = '2026-11-20T11:00Z'
const NEXT_DAY = '2026-11-21T12:00Z'
const OK = { status: 201, body: { id: 'm1' } }
const refusal = (status: number, code: string) => ({ status, body: { error: { code, message: code } } })

onEachEdge('what becomes of the weekly question when the connector answers', (sdk) => {
  let town: Connected
  afterEach(() => town.close())
  const until = async (moment: string, script: Script) => {
    town = await openConnected(script, sdk)
    await town.house.until(moment)
    return town
  }
  /** Of messages; what the heartbeat tells of a round in which nothing went out has tests of its own. */
  const alerts = () =>
    town.house.logged.map((line) => JSON.parse(line)).filter((line) => line.event === 'alert' && !('week' in line))
  /** Milliseconds between the first two messages. */
  const gap = () => {
    const [first, second] = town.about
    assert.ok(first && second)
    return second.at.getTime() - first.at.getTime()
  }
  /** Why people cannot be reached. */
  const away = async (book: Connected['book']) => {
    const contact = await book.of(TENANT, SANNE)
    return [contact?.refused?.code ?? (contact?.installed ? undefined : 'removed')].filter(Boolean)
  }
  const once =
    (answer: ReturnType<Script>): Script =>
    (_, nth) =>
      nth === 1 ? answer : OK

  it('case 55: 429 with seconds keeps the tenant quiet for as long, and then one card', async () => {
    const { house, cards } = await until(NEXT_DAY, once({ status: 429, headers: { 'retry-after': '300' } }))
    assert.ok(gap() >= 300_000)
    assert.equal(cards().length, 2)
    assert.ok(house.logged.some((line) => line.includes('http-429')))
  })

  it('case 55: everyone else who is written to meanwhile waits as well', async () => {
    const { pace, house } = await until(QUESTION, once({ status: 429, headers: { 'retry-after': '300' } }))
    const { until: end } = await pace.slot(TENANT, 'karin')
    assert.equal(end?.getTime(), house.now.getTime() + 300_000)
  })

  it('case 56: 429 with a date', async () => {
    const date = new Date('2026-11-19T14:10:00Z').toUTCString()
    const { cards, about } = await until(NEXT_DAY, once({ status: 429, headers: { 'retry-after': date } }))
    assert.equal(cards().length, 2)
    assert.ok((about[1]?.at ?? 0) >= new Date('2026-11-19T14:10:00Z'))
  })

  it('case 56: 429 without either', async () => {
    const { cards } = await until(NEXT_DAY, once({ status: 429 }))
    assert.equal(cards().length, 2)
    assert.ok(gap() >= 500)
  })

  it('case 57: 412 comes again later, as one card', async () => {
    const { cards, pace, house } = await until(QUESTION, once(refusal(412, 'PreconditionFailed')))
    assert.equal(cards().length, 1)
    assert.deepEqual(await pace.slot(TENANT, 'karin'), {}, 'nobody else waits')
    await house.until(NEXT_DAY)
    assert.equal(cards().length, 2)
    assert.ok(gap() >= 5_000)
  })

  for (const [name, answer] of [
    ['case 58: 504 after it was taken', refusal(504, 'GatewayTimeout')],
    ['case 59: 504 before it was taken', { status: 504 }],
    ['case 60: a connection that breaks off', 'reset'],
    ['case 60: no answer in time', 'silence'],
    ['case 66: 500', refusal(500, 'ServiceError')],
    ['case 66: 503 with a Retry-After', { status: 503, headers: { 'retry-after': '5' } }],
    ['case 66: 408', { status: 408 }],
  ] as const)
    it(`${name}: one POST, then after a while one line of text, and never a second card`, async () => {
      const { house, tried } = await until(A_MINUTE_LATER, once(answer))
      assert.deepEqual(tried(), ['card'])
      await house.until(SEVEN_HOURS_LATER)
      const [card, line, ...more] = tried()
      assert.deepEqual([card, more], ['card', []])
      assert.match(String(line), /staat klaar/)
      await house.until(NEXT_DAY)
      assert.equal(tried().length, 2)
    })

  it('case 58: 504 after it was taken, and the card is used: it is the one, and no line follows', async () => {
    const { house, tried, about, does } = await until(A_MINUTE_LATER, once(refusal(504, 'GatewayTimeout')))
    const [card] = (about[0]?.request.body.attachments ?? []) as { content: Card }[]
    const { verb, data } = button(card?.content ?? assert.fail(), 'Bewaar')
    await does(execute(verb, { ...data }, { replyToId: 'the-card', timestamp: house.now.toISOString() }))
    await house.until(NEXT_DAY)
    assert.deepEqual(tried(), ['card'])
  })

  it('case 61: a refusal is one POST as well', async () => {
    const { tried } = await until(NEXT_DAY, () => refusal(400, 'BadSyntax'))
    assert.deepEqual(tried(), ['card'])
  })

  it('case 62: who blocked the bot gets no POST until they write, and then the card', async () => {
    const { tried, says, book, does } = await until(FRIDAY, once(refusal(403, 'ConversationBlockedByUser')))
    assert.deepEqual(tried(), ['card'])
    assert.deepEqual(await away(book), ['ConversationBlockedByUser'])
    await does({ text: undefined, value: { verb: 'x.y' } })
    assert.deepEqual(tried(), ['card'], 'an old card that is pressed says nothing')
    await says('hallo')
    assert.deepEqual(tried(), ['card', 'card'])
    assert.deepEqual(await away(book), [])
  })

  it('case 63: who does not have the app waits for it', async () => {
    const { tried, installs, book } = await until(FRIDAY, once(refusal(403, 'BotNotInConversationRoster')))
    assert.deepEqual(tried(), ['card'])
    assert.deepEqual(await away(book), ['BotNotInConversationRoster'])
    await installs()
    assert.deepEqual(tried(), ['card', 'card'])
    assert.deepEqual(await away(book), [])
  })

  it('case 63: who took the app away is counted as such', async () => {
    const { removes, book } = await until(QUESTION, () => OK)
    await removes()
    assert.deepEqual(await away(book), ['removed'])
  })

  it('an administrator who disables the bot: no POST for the rest of the week, and one the week after', async () => {
    const { house, tried, book } = await until(NEXT_DAY, () => refusal(403, 'BotDisabledByAdmin'))
    assert.deepEqual(tried(), ['card'])
    assert.deepEqual(await away(book), ['BotDisabledByAdmin'])
    assert.deepEqual(alerts(), [])
    await house.until('2026-11-27T12:00Z')
    assert.deepEqual(tried(), ['card', 'card'])
  })

  it('case 64: a conversation that is gone is made again, once, and the message goes there, once', async () => {
    const { tried, about, book } = await until(NEXT_DAY, (request, nth) =>
      nth === 1
        ? refusal(404, 'ConversationNotFound')
        : request.path.endsWith('/conversations')
          ? { status: 201, body: { id: 'a:new' } }
          : OK,
    )
    assert.deepEqual(tried(), ['card', '/v3/conversations', 'card'])
    assert.equal(about[2]?.request.path, '/v3/conversations/a:new/activities')
    const { members, tenantId } = about[1]?.request.body ?? {}
    assert.deepEqual([members, tenantId], [[{ id: SANNE }], TENANT])
    assert.equal((await book.of(TENANT, SANNE))?.conversation, 'a:new')
  })

  it('case 64: gone again after that is for good', async () => {
    const { tried, book } = await until(NEXT_DAY, (request) =>
      request.path.endsWith('/conversations')
        ? { status: 201, body: { id: 'a:new' } }
        : refusal(404, 'ConversationNotFound'),
    )
    assert.deepEqual(tried(), ['card', '/v3/conversations', 'card'])
    assert.deepEqual(await away(book), ['ConversationNotFound'])
  })

  it('case 64: when nobody knows whether it was made, the message goes later', async () => {
    const { tried } = await until(NEXT_DAY, (_, nth) =>
      nth === 1 || nth === 3
        ? refusal(404, 'ConversationNotFound')
        : nth === 2
          ? { status: 502 }
          : { status: 201, body: { id: 'a:new' } },
    )
    assert.deepEqual(tried(), ['card', '/v3/conversations', 'card', '/v3/conversations', 'card'])
    assert.ok(gap() === 0 || gap() < 1000)
  })

  it('case 65: a card that is too large comes as a line with how to open it, once, with an alert', async () => {
    const { tried } = await until(NEXT_DAY, once(refusal(413, 'MessageSizeTooBig')))
    const [card, line, ...more] = tried()
    assert.deepEqual([card, more], ['card', []])
    assert.match(String(line), /typ/i)
    assert.equal(alerts().length, 1)
  })

  it('case 65: a line that is too large as well is for good', async () => {
    const { tried } = await until(NEXT_DAY, () => refusal(413, 'MessageSizeTooBig'))
    assert.equal(tried().length, 2)
    assert.equal(alerts().length, 2)
  })

  it('a code that is in no list is for good, and raises an alert', async () => {
    const { tried } = await until(NEXT_DAY, () => refusal(403, 'SomethingNew'))
    assert.deepEqual(tried(), ['card'])
    assert.match(JSON.stringify(alerts()), /SomethingNew/)
  })

  it('a token that is refused is replaced once, at once', async () => {
    const { tried } = await until(QUESTION, once({ status: 401 }))
    assert.deepEqual(tried(), ['card', 'card'])
  })

  it('case 55: what goes a second time keeps to a pause that began meanwhile', async () => {
    const { tried } = await until(NEXT_DAY, (_, nth) => {
      if (nth === 1) void town.pace.pause(TENANT, 300_000)
      return nth === 1 ? { status: 401 } : OK
    })
    assert.deepEqual(tried(), ['card', 'card'])
    assert.ok(gap() >= 300_000)
  })

  it('a token that is refused again keeps everybody waiting, and loses nobody', async () => {
    const { tried } = await until(NEXT_DAY, (_, nth) => (nth <= 2 ? { status: 401 } : OK))
    assert.deepEqual(tried(), ['card', 'card', 'card'])
    const [, second, third] = town.about
    assert.ok(second && third && third.at.getTime() - second.at.getTime() >= 5_000)
  })
})
