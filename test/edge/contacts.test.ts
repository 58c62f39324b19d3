import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'mocha'
import sinon from 'sinon'
import { activityOf } from '../../bot/teams/activity.ts'
import { type Contacts, contacts } from '../../bot/teams/contacts.ts'
import { KARIN, message, SANNE, TENANT } from './channel.ts'
import { clock, countedStore } from './world.ts'

const at = (minute: number) => `2026-11-23T09:${String(minute).padStart(2, '0')}:00.000Z`

function seen(given: Record<string, unknown>) {
  const activity = activityOf(message(given))
  assert.ok(activity)
  return activity
}

const said = (minute: number, given = {}) => seen({ timestamp: at(minute), ...given })
const installed = (minute: number) => seen({ type: 'installationUpdate', action: 'add', timestamp: at(minute) })
const removed = (minute: number) => seen({ type: 'installationUpdate', action: 'remove', timestamp: at(minute) })

describe('the address book', () => {
  let store: ReturnType<typeof countedStore>
  let book: Contacts
  beforeEach(() => {
    store = countedStore()
    book = contacts({ store, clock })
  })

  it('writes once, and again only when something changed', async () => {
    for (const minute of [1, 2, 3]) await book.remember(TENANT, SANNE, said(minute))
    assert.equal(store.writes(), 1)
    await book.remember(TENANT, SANNE, said(4, { serviceUrl: 'https://smba.trafficmanager.net/amer/' }))
    assert.equal(store.writes(), 2)
    assert.equal((await book.of(TENANT, SANNE))?.serviceUrl, 'https://smba.trafficmanager.net/amer/')
  })

  it('remembers no group and no channel', async () => {
    await book.remember(TENANT, SANNE, said(1, { conversation: { id: '19:x', conversationType: 'groupChat' } }))
    assert.equal(await book.of(TENANT, SANNE), undefined)
  })

  for (const [name, events, isInstalled] of [
    ['install, remove', [installed(1), removed(5)], false],
    ['remove arrives after the later install', [installed(1), installed(9), removed(5)], true],
    ['install arrives after the later remove', [removed(5), installed(1)], false],
    ['remove, install again', [removed(5), installed(9)], true],
    ['an old card pressed after the remove', [removed(5), said(6, { text: undefined, value: { verb: 'x.y' } })], false],
    ['somebody writes after the remove', [removed(5), said(6)], true],
    ['a late remove, after words that were said later', [installed(1), said(7), removed(5)], true],
  ] as const)
    it(`case 72: the last event wins by its own time: ${name}`, async () => {
      for (const event of events) await book.remember(TENANT, SANNE, event)
      assert.equal((await book.of(TENANT, SANNE))?.installed, isInstalled)
    })

  for (const [last, events, isInstalled] of [
    ['install', [removed(5), installed(9)], true],
    ['remove', [installed(5), removed(9)], false],
  ] as const)
    for (const order of [events, events.toReversed()])
      it(`case 72: two processes hear of both at once, and the last is the ${last}`, async () => {
        await book.remember(TENANT, SANNE, installed(1))
        const others = [contacts({ store, clock }), contacts({ store, clock })]
        await Promise.all(order.map((event, which) => others[which]?.remember(TENANT, SANNE, event)))
        for (const one of [...others, book]) assert.equal((await one.of(TENANT, SANNE))?.installed, isInstalled)
      })

  it('case 72: after a restart, too, a late remove does not undo the later install', async () => {
    for (const event of [installed(1), installed(9)]) await book.remember(TENANT, SANNE, event)
    const again = contacts({ store, clock })
    await again.remember(TENANT, SANNE, removed(5))
    assert.equal((await again.of(TENANT, SANNE))?.installed, true)
  })

  it('knows after a restart what was kept, and who was seen last', async () => {
    await book.remember(TENANT, SANNE, said(1))
    await book.remember(TENANT, KARIN, said(2, { conversation: { id: 'a:karin', conversationType: 'personal' } }))
    const again = contacts({ store, clock })
    assert.equal((await again.lastSeen(TENANT))?.person, KARIN)
    await again.remember(TENANT, SANNE, said(3))
    assert.equal(store.writes(), 2)
    assert.equal((await again.lastSeen(TENANT))?.person, SANNE)
  })

  it('says who can be reached from now on, and could not be before', async () => {
    const elsewhere = { serviceUrl: 'https://smba.trafficmanager.net/amer/' }
    const told = [
      await book.remember(TENANT, SANNE, installed(1)),
      await book.remember(TENANT, SANNE, said(2)),
      await book.remember(TENANT, SANNE, said(3, elsewhere)),
      await book.remember(TENANT, SANNE, removed(4)),
      await book.remember(TENANT, SANNE, installed(5)),
      await book.remember(TENANT, SANNE, said(6), true),
      await book.remember(TENANT, SANNE, said(7)),
    ]
    assert.deepEqual(told, [true, false, false, false, true, false, true])
  })

  it('knows who came as a stranger, until they are recognised or take the app away', async () => {
    await book.remember(TENANT, SANNE, installed(1), true)
    await book.remember(TENANT, KARIN, installed(1), true)
    assert.deepEqual((await book.strangers(TENANT)).sort(), [SANNE, KARIN].sort())
    await book.remember(TENANT, KARIN, removed(2), true)
    await book.recognise(TENANT, SANNE)
    assert.deepEqual(await book.strangers(TENANT), [])
    assert.equal(await book.remember(TENANT, SANNE, said(3)), false)
    assert.equal(store.writes(), 4)
  })

  it('gives what it holds, and forgets it', async () => {
    await book.remember(TENANT, SANNE, said(1))
    assert.deepEqual(await book.export(TENANT, SANNE), {
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
      conversation: 'a:sanne',
      installed: true,
      at: at(1),
    })
    await book.forget(TENANT, SANNE)
    assert.deepEqual(await book.export(TENANT, SANNE), {})
    assert.equal(await book.lastSeen(TENANT), undefined)
    await book.remember(TENANT, SANNE, said(2))
    assert.ok(await book.of(TENANT, SANNE))
  })

  it('writes anew what another process forgot: a minute later, or at once when told of it', async () => {
    const timers = sinon.useFakeTimers({ toFake: ['performance'] })
    const other = contacts({ store, clock })
    await book.remember(TENANT, SANNE, said(1))
    await other.forget(TENANT, SANNE)
    await book.remember(TENANT, SANNE, said(2))
    assert.equal(await book.of(TENANT, SANNE), undefined, 'it was asked already, else this shows nothing')
    timers.tick(60_000)
    await book.remember(TENANT, SANNE, said(3))
    assert.ok(await book.of(TENANT, SANNE))
    await other.forget(TENANT, SANNE)
    await book.remember(TENANT, SANNE, said(5), false, at(4))
    assert.ok(await book.of(TENANT, SANNE))
    const writes = store.writes()
    await other.remember(TENANT, SANNE, said(6))
    await book.remember(TENANT, SANNE, said(7), false, at(4))
    assert.equal(store.writes(), writes)
    timers.restore()
  })

  it('keeps tenants apart', async () => {
    await book.remember(TENANT, SANNE, said(1))
    assert.equal(await book.of('other', SANNE), undefined)
    assert.equal(await book.lastSeen('other'), undefined)
  })

  it('loses nothing when two write at once', async () => {
    const other = contacts({ store, clock })
    await Promise.all([
      book.remember(TENANT, SANNE, said(1)),
      other.remember(TENANT, SANNE, said(2, { serviceUrl: 'https://smba.trafficmanager.net/in/' })),
    ])
    assert.equal((await book.of(TENANT, SANNE))?.serviceUrl, 'https://smba.trafficmanager.net/in/')
  })
})
