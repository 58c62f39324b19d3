import assert from 'node:assert/strict'
import { House, ROSTER, TENANT } from '../house.ts'
import { KARINS, livedAWeek } from '../privacy/lives.ts'

/** Everybody's life of a week, with all that may go wrong on the wire and on the cards. */
async function everythingThatIsLogged(): Promise<string> {
  let sends = 0
  const house = await House.open({
    wire: async () => {
      sends++
      if (sends % 7 === 0) throw new Error(`broken while sending ${KARINS} to Karin de Wit`)
      if (sends % 7 === 3) return { kind: 'unknown', code: '504' }
      if (sends % 7 === 5) return { kind: 'rejected', code: 'ConversationBlockedByUser' }
      return { kind: 'accepted', message: `message-${sends}` }
    },
  })
  await livedAWeek(house).catch(() => {})
  await house.send('bram', 'reflection.answer', { moment: KARINS, text: KARINS, revision: '0' })
  await house.send('bram', KARINS, { [KARINS]: KARINS })
  await house.say('karin', KARINS.repeat(400))
  await house.say('karin', 'ja, verwijder alles')
  await house.app.rosterChanged(TENANT)
  await house.pass(7 * 24 * 3_600_000)
  return house.logged.join('\n')
}

describe('logs', () => {
  it('hold codes and ids, never what a person wrote and never a name', async () => {
    const logged = await everythingThatIsLogged()
    for (const event of ['turn-refused', 'delivery-not-accepted']) assert.ok(logged.includes(event), event)
    assert.doesNotMatch(logged, new RegExp(KARINS, 'i'))
    assert.doesNotMatch(logged, /vergunning|hoog gras|Wat was deze week/i)
    for (const { id, name } of ROSTER) {
      for (const part of name.split(' ')) assert.doesNotMatch(logged, new RegExp(`\\b${part}\\b`), name)
      assert.doesNotMatch(logged, new RegExp(`\\b${id}\\b`), `the id of ${name}`)
    }
  })
})
