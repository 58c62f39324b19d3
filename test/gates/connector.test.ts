import assert from 'node:assert/strict'
import { createConnector } from '../../bench/delivery/connector.ts'
import type { Fault } from '../../bench/delivery/faults.ts'
import { cardFor } from '../../bench/delivery/trial.ts'
import { messageOf } from '../../bot/teams/outbound.ts'

const TENANT = 'gemeente'
const PATH = `/emea/${TENANT}/v3/conversations/a:anna/activities`
const CARD = JSON.stringify(messageOf(cardFor(TENANT, 'anna')))
const TEXT = JSON.stringify({ type: 'message', text: 'Je vraag staat klaar.' })

/** A connector with a clock that is moved by hand, and one fault for the first request. */
function place(first?: Fault) {
  const time = { now: 0 }
  const connector = createConnector({ now: () => time.now, faults: (_, __, nth) => (nth === 1 ? first : undefined) })
  const post = (body: string, path = PATH) => connector.take({ method: 'POST', path, body })
  const put = (body: string, id: string) => connector.take({ method: 'PUT', path: `${PATH}/${id}`, body })
  return { time, post, put, ledger: connector.ledger, anna: () => connector.ledger.of(TENANT, 'anna') }
}

describe('the connector of the delivery gates', () => {
  it('counts a second card of one question that can be filled in', () => {
    const { post, anna } = place()
    post(CARD)
    post(CARD)
    assert.deepEqual([anna().cards, anna().duplicates], [2, 1])
  })

  it('counts a card no more once another message took its place', () => {
    const { post, put, anna } = place()
    const { body } = post(CARD)
    post(CARD)
    put(TEXT, (body as { id: string }).id)
    assert.equal(anna().duplicates, 0)
  })

  it('counts what it took although it said otherwise', () => {
    const { post, anna } = place({ name: '504 after', status: 504, taken: true })
    assert.equal(post(CARD).status, 504)
    assert.equal(anna().cards, 1)
  })

  it('counts nothing that it refused', () => {
    const { post, anna } = place({ name: '504 before', status: 504 })
    post(CARD)
    assert.equal(anna().cards, 0)
  })

  it('counts requests for somebody who was to be left alone', () => {
    const { post, anna } = place({ name: 'x', status: 403, code: 'ConversationBlockedByUser', lasts: 'person' })
    post(CARD)
    assert.equal(post(CARD).status, 403)
    assert.equal(anna().afterwards, 1)
  })

  it('holds somebody to be out of reach whose new conversation is gone as well, and nobody before that', () => {
    const gone: Fault = { name: '404', status: 404, code: 'ConversationNotFound', lasts: 'conversation' }
    const connector = createConnector({ now: () => 0, faults: () => gone })
    const post = (path: string, body: string) => connector.take({ method: 'POST', path, body }).body as { id?: string }
    post(PATH, CARD)
    assert.equal(connector.ledger.of(TENANT, 'anna').refused, undefined)
    const { id = '' } = post(`/emea/${TENANT}/v3/conversations`, JSON.stringify({ members: [{ id: 'anna' }] }))
    post(`/emea/${TENANT}/v3/conversations/${encodeURIComponent(id)}/activities`, CARD)
    assert.equal(connector.ledger.of(TENANT, 'anna').refused, gone.code)
  })

  it('sees whether a pause was kept, from when the sender knew of it', () => {
    const { time, post, ledger } = place({ name: '429', status: 429, retryAfter: 'seconds' })
    const { headers, seen } = post(CARD)
    const until = Number(headers['retry-after']) * 1000
    time.now = 1
    post(TEXT)
    seen?.()
    assert.equal(ledger.pauses().broken, 0)
    time.now = until
    post(TEXT)
    assert.deepEqual(ledger.pauses(), { asked: 1, broken: 1 })
  })

  it('counts the most requests of any one second', () => {
    const { time, post, ledger } = place()
    for (const now of [0, 900, 999, 1000, 1899, 1900]) {
      time.now = now
      post(TEXT)
    }
    assert.equal(ledger.perTenant.most(TENANT), 4)
  })
})
