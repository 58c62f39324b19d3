import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'mocha'
import { activityOf } from '../../bot/teams/activity.ts'
import { type Contacts, contacts } from '../../bot/teams/contacts.ts'
import { playgroundMessenger, teamsMessenger } from '../../bot/teams/messenger.ts'
import type { Outcome, Wire } from '../../bot/teams/wire.ts'
import type { Card } from '../../cards/kit/card.ts'
import { KARIN, message, SANNE, TENANT } from './channel.ts'
import { cardOf, clock, countedStore, diary } from './world.ts'

interface Posted {
  conversation: string
  /** The message in whose place it was put. */
  over?: string
  text?: string
  summary?: string
  attachments?: { content: { body: unknown[]; actions: { fallback?: unknown }[] } }[]
}

describe('a messenger', () => {
  let book: Contacts
  let posted: Posted[]
  let outcome: Outcome
  const { log } = diary()
  const wire: Wire = {
    post: async (_, conversation, activity) => {
      posted.push({ ...activity, conversation })
      return outcome
    },
    put: async (_, conversation, id, activity) => {
      posted.push({ ...activity, conversation, over: id })
      return outcome
    },
    create: () => Promise.reject(new Error('these conversations are there')),
  }
  const meet = async (person: string, given: Record<string, unknown> = {}) => {
    const conversation = { id: `chat-${person}`, conversationType: 'personal' }
    const activity = activityOf(message({ conversation, ...given }))
    assert.ok(activity)
    await book.remember(TENANT, person, activity)
  }
  beforeEach(() => {
    posted = []
    outcome = { kind: 'accepted', id: 'm1' }
    book = contacts({ store: countedStore(), clock })
  })

  describe('in production', () => {
    const send = (person: string, content: Card | string) =>
      teamsMessenger({ contacts: book, wire, log }).send({ tenant: TENANT, person }, content)

    it('sends a card to the person, without text beside it', async () => {
      await meet(SANNE)
      assert.deepEqual(await send(SANNE, cardOf('De vraag')), { kind: 'accepted', message: 'm1' })
      const [sent] = posted
      assert.deepEqual([sent?.conversation, sent?.text, sent?.summary], [`chat-${SANNE}`, undefined, 'De vraag'])
      assert.ok(sent?.attachments?.[0]?.content.actions[0]?.fallback)
    })

    it('puts a card in the place of one that was sent, and leaves who took the app away alone', async () => {
      const update = () =>
        teamsMessenger({ contacts: book, wire, log }).update(
          { tenant: TENANT, person: SANNE, message: 'm1' },
          cardOf('Bewaard'),
        )
      assert.deepEqual(await update(), { kind: 'waiting' })
      await meet(SANNE)
      assert.deepEqual(await update(), { kind: 'accepted', message: 'm1' })
      assert.deepEqual([posted[0]?.over, posted[0]?.summary], ['m1', 'Bewaard'])
      await meet(SANNE, { type: 'installationUpdate', action: 'remove' })
      assert.deepEqual(await update(), { kind: 'waiting' })
      assert.equal(posted.length, 1)
    })

    it('sends a line of text as plain text', async () => {
      await meet(SANNE)
      await send(SANNE, 'Je vraag staat klaar')
      assert.deepEqual([posted[0]?.text, posted[0]?.attachments], ['Je vraag staat klaar', undefined])
    })

    it('case 63: waits for who has no conversation, or took the app away', async () => {
      assert.deepEqual(await send(SANNE, 'x'), { kind: 'waiting' })
      await meet(SANNE, { type: 'installationUpdate', action: 'remove' })
      assert.deepEqual(await send(SANNE, 'x'), { kind: 'waiting' })
      assert.equal(posted.length, 0)
    })

    it('does not try again where the app is not, until the person writes', async () => {
      await meet(SANNE)
      outcome = { kind: 'rejected', code: 'BotNotInConversationRoster', status: 403 }
      const waits = { kind: 'waiting', code: 'BotNotInConversationRoster' }
      for (let times = 0; times < 2; times++) assert.deepEqual(await send(SANNE, 'x'), waits)
      assert.equal(posted.length, 1)
      outcome = { kind: 'accepted', id: 'm1' }
      await meet(SANNE)
      assert.deepEqual(await send(SANNE, 'x'), { kind: 'accepted', message: 'm1' })
    })
  })

  describe('in the playground', () => {
    let acting: Record<string, string>
    beforeEach(() => {
      acting = {}
    })
    const send = (person: string, content: Card | string) =>
      playgroundMessenger({
        contacts: book,
        wire,
        log,
        actingAs: async (_, one) => acting[one] ?? one,
        headingFor: async (_, one) => `Voor [${one === KARIN ? 'Karin' : 'Sanne'}](x)`,
      }).send({ tenant: TENANT, person }, content)
    const firstOf = (sent: Posted | undefined) => sent?.attachments?.[0]?.content.body[0]
    const heading = (words: string) => ({
      type: 'RichTextBlock',
      inlines: [{ type: 'TextRun', text: words, size: 'Small', weight: 'Bolder', isSubtle: true }],
    })

    it('waits while nobody has opened a chat', async () => {
      assert.deepEqual(await send(KARIN, 'x'), { kind: 'waiting' })
    })

    it('sends what is for the one who looks without a heading', async () => {
      await meet(SANNE)
      await send(SANNE, cardOf('De vraag'))
      assert.deepEqual(firstOf(posted[0]), { type: 'TextBlock', text: 'De vraag' })
    })

    it('shows who has no chat of their own in the chat used last, under their name, letter by letter', async () => {
      await meet(SANNE)
      await send(KARIN, cardOf('Kun jij helpen?'))
      assert.equal(posted[0]?.conversation, `chat-${SANNE}`)
      assert.deepEqual(firstOf(posted[0]), heading('Voor [Karin](x)'))
      await send(KARIN, 'Je vraag staat klaar')
      assert.equal(posted[1]?.text, 'Voor [Karin](x)\nJe vraag staat klaar')
    })

    it('gives the one who acts as another what is for that other, and heads what is for themself', async () => {
      await meet(KARIN)
      await meet(SANNE)
      acting = { [SANNE]: KARIN }
      await send(KARIN, cardOf('Kun jij helpen?'))
      await send(SANNE, cardOf('De vraag'))
      assert.deepEqual(
        posted.map(({ conversation }) => conversation),
        [`chat-${SANNE}`, `chat-${SANNE}`],
      )
      assert.deepEqual(firstOf(posted[0]), { type: 'TextBlock', text: 'Kun jij helpen?' })
      assert.deepEqual(firstOf(posted[1]), heading('Voor [Sanne](x)'))
    })

    it('uses their own chat when nobody looks as them', async () => {
      await meet(KARIN)
      await meet(SANNE)
      await send(KARIN, cardOf('Kun jij helpen?'))
      assert.equal(posted[0]?.conversation, `chat-${KARIN}`)
      assert.deepEqual(firstOf(posted[0]), { type: 'TextBlock', text: 'Kun jij helpen?' })
    })
  })
})
