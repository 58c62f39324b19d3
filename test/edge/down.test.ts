import assert from 'node:assert/strict'
import { afterEach, beforeEach, it } from 'mocha'
import { AGAIN } from '../../bot/dispatch/again.ts'
import { contacts } from '../../bot/teams/contacts.ts'
import type { Card } from '../../cards/kit/card.ts'
import { type Breakable, breakable } from '../down/breakable.ts'
import { filledIn, read } from '../house.ts'
import { execute, message, SANNE, submit, TENANT } from './channel.ts'
import { clock, type Edge, onEachEdge, openEdge } from './world.ts'

const SECRET = 'De Kwartelkoning zat op het dak.'

onEachEdge('while the store is away, in production', (sdk) => {
  let edge: Edge
  let kept: Breakable
  beforeEach(async () => {
    kept = breakable(clock)
    edge = await openEdge({ edge: sdk, contacts: contacts({ store: kept.store, clock }) })
    kept.goAway()
  })
  afterEach(() => edge.close())

  const posted = () => edge.posted.map(({ method, path, body }) => ({ method, path, card: cardIn(body) }))
  const cardIn = ({ attachments }: Record<string, unknown>) => (attachments as { content: Card }[])[0]?.content as Card
  const failures = () => edge.lines.filter(({ event }) => event === 'turn-failed').map(({ fields }) => fields)
  const codeOn = (card: Card) => /code ([0-9A-F]{4})/.exec(read(card))?.[1] ?? assert.fail('no code')

  it('what was typed comes back as a message, with a button that says it again', async () => {
    const response = await edge.asTeams(message({ id: 'f:1', text: SECRET }))
    assert.deepEqual([response.status, response.text], [200, ''])
    const [{ method, path, card } = assert.fail()] = posted()
    assert.deepEqual([method, path], ['POST', '/emea/v3/conversations/a:sanne/activities/f:1'])
    assert.equal(filledIn(card).text, SECRET)
    assert.deepEqual(
      card.actions.map(({ title, verb }) => [title, verb]),
      [['Probeer opnieuw', AGAIN]],
    )
    assert.equal(edge.turns.length, 0)
  })

  it('pressed again it is the turn that it would have been', async () => {
    await edge.asTeams(message({ id: 'f:1', text: SECRET }))
    const { data } = posted()[0]?.card.actions[0] ?? assert.fail()
    kept.comeBack()
    await edge.asTeams(message({ id: 'f:1', text: SECRET }))
    assert.equal(data.turn, edge.turns[0]?.id)
  })

  it('a press gets the card inside its answer, with the text and the same press', async () => {
    const response = await edge.asTeams(execute('moment.keep', { moment: 'm1', text: SECRET }))
    assert.deepEqual([response.status, response.body.statusCode], [200, 200])
    const card: Card = response.body.value
    assert.equal(filledIn(card).text, SECRET)
    const [{ verb, data } = assert.fail()] = card.actions
    assert.deepEqual([verb, data], ['moment.keep', { moment: 'm1' }])
    assert.equal(edge.posted.length, 0)
  })

  it('a press with Action.Submit gets it over the pressed card', async () => {
    await edge.asTeams(submit('moment.keep', { moment: 'm1', text: SECRET }))
    assert.deepEqual(
      posted().map(({ method, path, card }) => [method, path, filledIn(card).text]),
      [['PUT', '/emea/v3/conversations/a:sanne/activities/card-1', SECRET]],
    )
  })

  for (const [locale, words] of [
    ['nl-NL', /Het bewaren lukte niet/],
    ['en-GB', /Saving did not work/],
    [undefined, /Het bewaren lukte niet/],
  ] as const)
    it(`is told in the language of the client: ${locale}`, async () => {
      await edge.asTeams(message({ locale }))
      assert.match(read(posted()[0]?.card ?? assert.fail()), words)
    })

  it('is logged with the code of the card, without a word of it, and the card names nobody', async () => {
    await edge.asTeams(message({ text: SECRET }))
    const { card } = posted()[0] ?? assert.fail()
    assert.deepEqual(
      failures().map(({ code, error, store }) => [code, error, store]),
      [[codeOn(card), 'Unavailable', 'timed-out']],
    )
    assert.doesNotMatch(JSON.stringify(edge.lines), /Kwartelkoning/)
    assert.doesNotMatch(JSON.stringify(card), new RegExp(`${SANNE}|${TENANT}|29:|a:sanne|Unavailable`))
  })

  it('also when any other error comes of it', async () => {
    kept.goAway(new TypeError(`fetch failed for ${SECRET}`))
    const response = await edge.asTeams(execute('moment.keep', { text: SECRET }))
    assert.equal(filledIn(response.body.value).text, SECRET)
    assert.deepEqual(
      failures().map(({ error }) => error),
      ['TypeError'],
    )
    assert.doesNotMatch(JSON.stringify(edge.lines), /Kwartelkoning/)
  })

  it('where others read along nothing is given back', async () => {
    await edge.close()
    edge = await openEdge({ edge: sdk, identify: () => Promise.reject(new Error('away')) })
    await edge.asTeams(
      message({ text: SECRET, conversation: { id: '19:x', conversationType: 'channel', tenantId: TENANT } }),
    )
    const { card } = posted()[0] ?? assert.fail()
    assert.deepEqual([card.actions, JSON.stringify(card).includes(SECRET)], [[], false])
  })

  it('an arrival, which nobody waits for, is not taken: Teams may bring it again', async () => {
    const response = await edge.asTeams(message({ type: 'installationUpdate', action: 'add', text: undefined }))
    assert.deepEqual([response.status, response.headers.get('retry-after'), edge.posted.length], [503, '5', 0])
  })
})

onEachEdge('while the store and the wire are away, in production', (sdk) => {
  it('nothing is heard, nothing breaks, and both are logged', async () => {
    const kept = breakable(clock)
    kept.goAway()
    const away = async () => ({ kind: 'rejected', code: 'ECONNREFUSED', status: 0 }) as const
    const edge = await openEdge({
      edge: sdk,
      contacts: contacts({ store: kept.store, clock }),
      wire: { post: away, put: away },
    })
    const response = await edge.asTeams(message({ text: SECRET }))
    await edge.close()
    assert.equal(response.status, 200)
    assert.deepEqual(
      edge.lines.map(({ event }) => event),
      ['turn-failed', 'reply-failed'],
    )
    assert.doesNotMatch(JSON.stringify(edge.lines), /Kwartelkoning/)
  })
})
