import assert from 'node:assert/strict'
import { afterEach, it } from 'mocha'
import { House, TENANT } from '../house.ts'
import { BOT, message } from './channel.ts'
import { type Edge, onEachEdge, openEdge } from './world.ts'

const CHANNEL = { id: '19:team@thread.tacv2', conversationType: 'channel', tenantId: TENANT }
const QUESTION = '<at>Leermoment</at> wie weet hoe je een hoogwerker aanvraagt?'

onEachEdge('where others read along', (sdk) => {
  let edge: Edge
  let house: House
  afterEach(() => edge.close())

  async function open(given: { isTargeting?: true; isTargetedRefused?: true } = {}) {
    house = await House.open()
    edge = await openEdge({
      edge: sdk,
      tenants: [TENANT],
      contacts: house.contacts,
      clock: { now: () => house.now },
      identify: house.app.standing.identify,
      dispatch: (turn) => house.app.dispatch(turn),
      ...given,
    })
  }
  const asks = (person: string, given: Record<string, unknown> = {}) =>
    edge.asTeams(
      message({
        text: QUESTION,
        entities: [{ type: 'mention', text: '<at>Leermoment</at>', mentioned: { id: BOT } }],
        from: { id: `29:${person}`, aadObjectId: person },
        conversation: CHANNEL,
        channelData: { tenant: { id: TENANT } },
        ...given,
      }),
    )
  const said = () => JSON.stringify(edge.posted.map(({ body }) => body.attachments))
  const unseen = { recipient: { id: BOT, isTargeted: true } }

  it('one neutral line stands there, and the answer comes in the own chat', async () => {
    await open()
    await asks('sanne')
    await house.settle()
    assert.equal(edge.posted.length, 1)
    assert.match(said(), /Ik stuur je in onze eigen chat wat ik vind/)
    assert.doesNotMatch(said(), /hoogwerker|Sanne/)
    assert.equal(house.sentTo('sanne').length, 1)
    assert.match(JSON.stringify(house.sentTo('sanne')), /hoogwerker/)
  })

  it('who is not on the list reads the same line as others, so that nobody learns it', async () => {
    await open()
    await asks('somebody')
    assert.match(said(), /Praat met mij in onze eigen chat/)
    assert.doesNotMatch(said(), /Ik ken je nog niet/)
  })

  it('what was asked unseen by others is answered unseen by them, with the message it answers', async () => {
    await open()
    await asks('sanne', { id: '1772129782775', ...unseen })
    const [sent] = edge.posted
    assert.match(sent?.path ?? '', /\/19:team@thread\.tacv2\/activities\?isTargetedActivity=true$/)
    assert.deepEqual(sent?.body.recipient, { id: '29:sanne' })
    assert.deepEqual(sent?.body.entities, [{ type: 'targetedMessageInfo', messageId: '1772129782775' }])
    assert.equal(edge.posted.length, 1)
  })

  it('and is never answered in public when Teams does not take that', async () => {
    await open({ isTargetedRefused: true })
    assert.equal((await asks('sanne', unseen)).status, 200)
    assert.deepEqual(
      edge.posted.filter(({ path }) => !path.includes('isTargetedActivity')),
      [],
    )
  })

  it('by a setting the line is for the person who asked alone, and for everybody where Teams does not take that', async () => {
    await open({ isTargeting: true })
    await asks('sanne')
    assert.deepEqual(
      edge.posted.map(({ path }) => path.includes('isTargetedActivity')),
      [true],
    )
    await edge.close()
    await open({ isTargeting: true, isTargetedRefused: true })
    await asks('sanne')
    assert.deepEqual(
      edge.posted.map(({ path }) => path.includes('isTargetedActivity')),
      [true, false],
    )
  })
})
