import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'mocha'
import type { Reply } from '../../bot/turn.ts'
import { BOT, execute, KARIN, message, SANNE, submit, TENANT } from './channel.ts'
import { cardOf, type Edge, NOW, onEachEdge, openEdge } from './world.ts'

const CARD = 'application/vnd.microsoft.card.adaptive'
const STRANGER = '55555555-5555-4555-8555-555555555555'
const asStranger = { from: { id: '29:x', aadObjectId: STRANGER } }

const shown = {
  ...cardOf('Bewaard'),
  actions: [
    {
      type: 'Action.Execute',
      title: 'Bewaar',
      verb: 'moment.keep',
      data: { moment: 'm1' },
      fallback: { type: 'Action.Submit', title: 'Bewaar', data: { moment: 'm1', verb: 'moment.keep' } },
    },
  ],
}

onEachEdge('a turn, in production', (sdk) => {
  let edge: Edge
  let reply: Reply | undefined
  beforeEach(async () => {
    reply = { card: cardOf('Bewaard') }
    edge = await openEdge({ edge: sdk, dispatch: async () => reply })
  })
  afterEach(() => edge.close())

  describe('something said', () => {
    it('is a turn of the verified person, and is answered by one card in the same conversation', async () => {
      const activity = message({ id: 'f:1', text: 'help', personId: KARIN })
      const response = await edge.asTeams(activity)
      assert.deepEqual([response.status, response.text], [200, ''])
      const [turn] = edge.turns
      assert.match(turn?.id ?? '', /^[0-9a-f]{32}$/)
      assert.deepEqual(
        { ...turn, id: '' },
        {
          id: '',
          kind: 'said',
          text: 'help',
          tenant: TENANT,
          person: SANNE,
          at: NOW,
          language: 'nl',
          place: 'personal',
        },
      )
      assert.deepEqual(edge.posted, [
        {
          method: 'POST',
          path: '/emea/v3/conversations/a:sanne/activities/f:1',
          body: {
            type: 'message',
            summary: 'Bewaard',
            attachments: [{ contentType: CARD, content: shown }],
            from: { id: BOT },
            recipient: { id: '29:sanne' },
            conversation: { id: 'a:sanne' },
            replyToId: 'f:1',
          },
        },
      ])
    })

    it('loses the mention of the bot and the escapes of Teams, and keeps all else', async () => {
      const mention = (id: string, name: string) => ({
        type: 'mention',
        mentioned: { id, name },
        text: `<at>${name}</at>`,
      })
      await edge.asTeams(
        message({
          text: '<at>Leermoment</at>&nbsp; wie weet <at>Karin</at> &lt;b&gt; $& &amp;amp; ?',
          entities: [mention(BOT, 'Leermoment'), mention('29:karin', 'Karin'), { type: 'clientInfo' }],
          conversation: { id: '19:x', conversationType: 'channel', tenantId: TENANT },
        }),
      )
      const [turn] = edge.turns
      assert.equal(turn?.kind === 'said' && turn.text, 'wie weet Karin <b> $& &amp; ?')
      assert.equal(turn?.place, 'channel')
    })

    it('reads thousands of mentions in one pass, also of people of one name', async () => {
      const many = Array.from({ length: 3_000 }, (_, n) => (n % 2 ? BOT : '29:karin'))
      await edge.asTeams(
        message({
          text: `${'<at>Karin</at> '.repeat(3_000)}<at>Karin</at>`,
          entities: many.map((id) => ({ type: 'mention', mentioned: { id }, text: '<at>Karin</at>' })),
        }),
      )
      const [turn] = edge.turns
      assert.ok(turn?.kind === 'said')
      assert.equal(turn.text.match(/Karin(?!<)/g)?.length, 1_500)
      assert.match(turn.text, /<at>Karin<\/at>$/)
    })

    it('case 25: a text over 4,000 characters arrives whole, so that it can be refused politely', async () => {
      await edge.asTeams(message({ text: 'a'.repeat(200_000) }))
      const [turn] = edge.turns
      assert.equal(turn?.kind === 'said' && turn.text.length, 200_000)
    })

    it('case 16: a replay has the same turn id, another activity or tenant another', async () => {
      const activity = message({ id: 'f:1' })
      await edge.asTeams(activity)
      await edge.asTeams({ ...activity, text: 'edited' })
      await edge.asTeams(message({ id: 'f:2' }))
      const [first, again, other] = edge.turns.map(({ id }) => id)
      assert.equal(first, again)
      assert.notEqual(first, other)
    })

    it('is answered by nothing when there is nothing to say', async () => {
      reply = undefined
      assert.equal((await edge.asTeams(message())).status, 200)
      assert.equal(edge.posted.length, 0)
    })
  })

  describe('a button with Action.Execute', () => {
    it('is a press, and gets the next card inside the answer', async () => {
      const data = { moment: 'm1', answer: '  vier\nwoorden ', verb: 'moment.steal', msteams: { type: 'x' } }
      const response = await edge.asTeams(execute('moment.keep', data))
      const [turn] = edge.turns
      assert.equal(turn?.replyTo, 'card-1')
      assert.deepEqual(turn?.kind === 'pressed' && { verb: turn.verb, input: turn.input }, {
        verb: 'moment.keep',
        input: { moment: 'm1', answer: '  vier\nwoorden ' },
      })
      assert.equal(response.status, 200)
      assert.deepEqual(response.body, { statusCode: 200, type: CARD, value: shown })
      assert.equal(edge.posted.length, 0)
    })

    it('case 20: a refused press is told so inside the answer, and its card stays', async () => {
      reply = { card: cardOf('Dit is niet van jou'), refused: 'not-yours' }
      const response = await edge.asTeams(execute('moment.keep', { moment: 'of-karin', person: KARIN }))
      assert.equal(response.status, 200)
      assert.deepEqual(response.body, {
        statusCode: 403,
        type: 'application/vnd.microsoft.error',
        value: { code: 'Forbidden', message: 'Dit is niet van jou' },
      })
      assert.equal(edge.turns[0]?.person, SANNE)
    })

    for (const [name, value] of [
      ['no value', undefined],
      ['no action', {}],
      ['no verb', { action: { data: { a: 'b' } } }],
      ['a verb that is no text', { action: { verb: { a: 1 }, data: [] } }],
    ] as const)
      it(`case 23: with ${name} it is still a press, of a verb that nobody knows`, async () => {
        const response = await edge.asTeams(execute('', {}, { value }))
        assert.equal(response.status, 200)
        assert.equal(edge.turns[0]?.kind === 'pressed' && edge.turns[0].verb, '')
      })

    it('is answered also when there is nothing to show: an empty value is no answer to a client', async () => {
      reply = undefined
      const response = await edge.asTeams(execute('moment.keep', {}))
      assert.deepEqual([response.status, response.body.statusCode, response.body.value], [200, 200, 'OK'])
    })

    it('by nobody known is refused, and not answered by nothing', async () => {
      const response = await edge.asTeams(execute('moment.keep', {}, { from: { id: '29:x' } }))
      assert.deepEqual([response.status, response.body.statusCode, edge.turns.length], [200, 403, 0])
    })
  })

  describe('a button with Action.Submit', () => {
    it('is the same press, and the next card comes over the pressed one', async () => {
      await edge.asTeams(submit('moment.keep', { moment: 'm1', answer: 'x', msteams: {} }))
      const [turn] = edge.turns
      assert.deepEqual(turn?.kind === 'pressed' && { verb: turn.verb, input: turn.input }, {
        verb: 'moment.keep',
        input: { moment: 'm1', answer: 'x' },
      })
      assert.deepEqual(
        edge.posted.map(({ method, path, body }) => [method, path, body.id]),
        [['PUT', '/emea/v3/conversations/a:sanne/activities/card-1', 'card-1']],
      )
    })

    it('comes as a new message when it is not known which card was pressed', async () => {
      await edge.asTeams(submit('moment.keep', {}, { id: 'f:1', replyToId: undefined }))
      assert.deepEqual(
        edge.posted.map(({ method, path }) => [method, path]),
        [['POST', '/emea/v3/conversations/a:sanne/activities/f:1']],
      )
    })

    it('case 20: a refusal comes as a new message, and the pressed card stays', async () => {
      reply = { card: cardOf('Dit is niet van jou'), refused: 'not-yours' }
      await edge.asTeams(submit('moment.keep', {}))
      assert.deepEqual(
        edge.posted.map(({ method }) => method),
        ['POST'],
      )
    })
  })

  describe('coming and going', () => {
    const update = (given: Record<string, unknown>) => message({ text: undefined, ...given })
    for (const [name, activity, kind] of [
      ['installed', update({ type: 'installationUpdate', action: 'add' }), 'arrived'],
      ['upgraded', update({ type: 'installationUpdate', action: 'add-upgrade' }), 'arrived'],
      ['added', update({ type: 'conversationUpdate', membersAdded: [{ id: '29:sanne' }, { id: BOT }] }), 'arrived'],
      ['taken away', update({ type: 'installationUpdate', action: 'remove' }), 'left'],
      ['removed', update({ type: 'conversationUpdate', membersRemoved: [{ id: BOT }] }), 'left'],
    ] as const)
      it(`the bot was ${name}: ${kind}`, async () => {
        reply = undefined
        assert.equal((await edge.asTeams(activity)).status, 200)
        assert.deepEqual(
          edge.turns.map((turn) => turn.kind),
          [kind],
        )
        assert.equal((await edge.contacts.of(TENANT, SANNE))?.installed, kind === 'arrived')
      })

    for (const [name, activity] of [
      ['somebody else was added', update({ type: 'conversationUpdate', membersAdded: [{ id: '29:karin' }] })],
      ['a reaction', update({ type: 'messageReaction', reactionsAdded: [{ type: 'like' }] })],
      ['typing', update({ type: 'typing' })],
      ['nobody in person did it', update({ type: 'installationUpdate', action: 'add', from: { id: '19:team' } })],
    ] as const)
      it(`${name}: no turn`, async () => {
        assert.deepEqual([(await edge.asTeams(activity)).status, edge.turns.length], [200, 0])
      })
  })

  it('answers other invokes that it does not know them', async () => {
    const response = await edge.asTeams(message({ type: 'invoke', name: 'task/submit', value: {} }))
    assert.deepEqual([response.status, response.body.statusCode, edge.turns.length], [200, 501, 0])
  })

  describe('a stranger', () => {
    it('who writes is told so in their own language', async () => {
      await edge.asTeams(message({ ...asStranger, locale: 'en-GB' }))
      assert.deepEqual(
        edge.posted.map(({ body }) => body.summary),
        ['I do not know you yet'],
      )
      assert.equal(edge.turns.length, 0)
    })

    it('who presses is told so inside the answer', async () => {
      const { status, body } = await edge.asTeams(execute('moment.keep', {}, asStranger))
      assert.deepEqual([status, body.statusCode, body.value.message], [200, 403, 'Ik ken je nog niet'])
      assert.deepEqual([edge.turns.length, edge.posted.length], [0, 0])
    })

    it('case 27: who invokes task/submit gets 403', async () => {
      const response = await edge.asTeams(message({ type: 'invoke', name: 'task/submit', ...asStranger }))
      assert.deepEqual([response.status, edge.turns.length], [403, 0])
    })

    it('who installs is remembered in silence, for a roster may come later', async () => {
      await edge.asTeams(message({ type: 'installationUpdate', action: 'add', ...asStranger }))
      assert.deepEqual([edge.turns.length, edge.posted.length], [0, 0])
      assert.equal((await edge.contacts.of(TENANT, STRANGER))?.conversation, 'a:sanne')
    })
  })

  describe('what is no activity', () => {
    const conversation = { conversationType: 'personal', tenantId: TENANT }
    const nested = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`
    for (const [name, body] of [
      [
        'case 26: __proto__ in the card data',
        JSON.stringify(execute('x.y', {})).replace('"data":{', '"data":{"__proto__":{"admin":true}'),
      ],
      [
        'case 26: constructor far inside',
        JSON.stringify(message({ value: { a: [{ constructor: { prototype: {} } }] } })),
      ],
      [
        'case 26: __proto__ at the bottom of deep nesting',
        JSON.stringify(message()).replace('"text":"hallo"', `"value":${nested.replace('1', '{"__proto__":1}')}`),
      ],
      ['an array', '[]'],
      ['null', 'null'],
      ['a number', '7'],
      ['an empty object', '{}'],
      ['an id that could not be a key', JSON.stringify(message({ from: { id: 'x', aadObjectId: 'a\u001fb' } }))],
      ['an id that climbs', JSON.stringify(message({ conversation: { ...conversation, id: '..' } }))],
      ['an id that is no text', JSON.stringify(message({ from: { id: 'x', aadObjectId: { $ne: '' } } }))],
    ] as const)
      it(`${name}: 400`, async () => {
        const response = await edge.asTeams(body)
        assert.deepEqual([response.status, edge.turns.length, edge.store.writes()], [400, 0, 0])
      })

    it('halves of surrogates and control characters in ids and texts are no failure', async () => {
      const body = JSON.stringify(message({ id: 'half', text: 'half' })).replaceAll('half', 'a\\ud800\\u0000')
      assert.equal((await edge.asTeams(body)).status, 200)
      assert.deepEqual(
        edge.posted.map(({ path }) => path),
        ['/emea/v3/conversations/a:sanne/activities/a\ufffd\ufffd'],
      )
    })

    it('deep nesting alone does no harm', async () => {
      const body = JSON.stringify(message({ channelData: undefined })).replace(
        '"text":"hallo"',
        `"text":"hoi","deep":${nested}`,
      )
      assert.deepEqual([(await edge.asTeams(body)).status, edge.turns.length], [200, 1])
    })
  })

  it('case 22: what else an activity carries does not reach the turn', async () => {
    await edge.asTeams(message({ person: KARIN, tenant: 'x', kind: 'pressed', verb: 'moment.keep', role: 'admin' }))
    const [turn] = edge.turns
    assert.deepEqual(Object.keys(turn ?? {}).sort(), [
      'at',
      'id',
      'kind',
      'language',
      'person',
      'place',
      'tenant',
      'text',
    ])
  })

  it('is told once a minute that what comes too fast is not read', async () => {
    let passed = 0
    const slow = await openEdge({ edge: sdk, passed: () => passed })
    const token = slow.channel.token()
    const told = () => slow.posted.filter(({ body }) => /Dit gaat mij te snel/.test(JSON.stringify(body))).length
    for (let sent = 0; sent < 20; sent++) await slow.send(message(), token)
    assert.equal(told(), 0)
    for (let sent = 0; sent < 30; sent++) await slow.send(message(), token)
    assert.equal(told(), 1)
    assert.match(JSON.stringify(slow.posted.at(-1)?.body), /Wacht een minuut en stuur ze dan opnieuw/)
    await slow.asTeams(execute('moment.keep', {}))
    passed += 59_000
    for (let sent = 0; sent < 60; sent++) await slow.send(message(), token)
    assert.equal(told(), 1)
    passed += 1_000
    for (let sent = 0; sent < 10; sent++) await slow.send(message(), token)
    assert.equal(told(), 2)
    await slow.close()
  })

  it('case 52: one person who sends 100 messages is slowed down, others are not', async () => {
    let passed = 0
    const slow = await openEdge({ edge: sdk, passed: () => passed })
    const token = slow.channel.token()
    const statuses = new Set<number>()
    for (let sent = 0; sent < 100; sent++) statuses.add((await slow.send(message(), token)).status)
    assert.deepEqual([[...statuses], slow.turns.length], [[200], 20])
    const press = await slow.asTeams(execute('moment.keep', {}))
    assert.deepEqual([press.status, press.body.statusCode], [200, 429])
    await slow.asTeams(message({ from: { id: '29:karin', aadObjectId: KARIN } }))
    assert.equal(slow.turns.at(-1)?.person, KARIN)
    assert.ok(slow.lines.some(({ event }) => event === 'throttled'))
    passed += 2_000
    await slow.asTeams(message())
    assert.equal(slow.turns.length, 22)
    await slow.close()
  })
})

onEachEdge('what goes wrong inside, in production', (sdk) => {
  it('case 79: answers 500 without saying what, and logs a code but no words', async () => {
    const edge = await openEdge({
      edge: sdk,
      dispatch: async () => {
        throw new TypeError('Sanne wrote: my secret')
      },
    })
    const response = await edge.asTeams(message({ text: 'my secret' }))
    await edge.close()
    assert.equal(response.status, 500)
    assert.deepEqual(Object.keys(response.body), ['error', 'request'])
    assert.deepEqual(edge.lines, [
      { level: 'error', event: 'request-failed', fields: { request: response.body.request, code: 'TypeError' } },
    ])
  })

  it('logs that a reply did not arrive, and does not send it again', async () => {
    let sent = 0
    const outcome = async () => {
      sent++
      return { kind: 'unknown', code: 'http-503', status: 503 } as const
    }
    const edge = await openEdge({ edge: sdk, wire: { post: outcome, put: outcome } })
    assert.equal((await edge.asTeams(message())).status, 200)
    assert.equal((await edge.asTeams(submit('moment.keep', {}))).status, 200)
    await edge.close()
    assert.equal(sent, 2)
    assert.deepEqual(
      edge.lines.map(({ event, fields }) => [event, fields.outcome, fields.code]),
      [
        ['reply-failed', 'unknown', 'http-503'],
        ['reply-failed', 'unknown', 'http-503'],
      ],
    )
  })

  for (const status of [404, 501])
    it(`a card that cannot be replaced (${status}) comes as a new message`, async () => {
      const calls: string[] = []
      const edge = await openEdge({
        edge: sdk,
        wire: {
          put: async () => {
            calls.push('put')
            return { kind: status === 404 ? 'rejected' : 'unknown', code: 'x', status }
          },
          post: async () => {
            calls.push('post')
            return { kind: 'accepted', id: '1' }
          },
        },
      })
      await edge.asTeams(submit('moment.keep', {}))
      await edge.close()
      assert.deepEqual(calls, ['put', 'post'])
    })
})
