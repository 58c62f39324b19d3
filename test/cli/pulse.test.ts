import assert from 'node:assert/strict'
import { run, workplace } from './run.ts'

const TENANT = '1ee20000-0000-4000-8000-00000000000a'

describe('the operator’s command line, for the pulse', () => {
  let place: Awaited<ReturnType<typeof workplace>>
  const leermoment = (...words: string[]) => run('bot/cli.ts', [...words, '--tenant', TENANT], place.env)

  before(async () => {
    place = await workplace()
    assert.equal((await leermoment('roster', 'import', 'demo/roster.csv')).code, 0)
  })
  after(() => place.clean())

  it('shows the policy as it holds, and every choice that was made', async () => {
    const set = await leermoment('policy', 'set', 'k=12', 'quotesPaused=true')
    assert.equal(set.code, 0)
    const { policy, log } = JSON.parse((await leermoment('policy', 'show', '--json')).out)
    assert.deepEqual(policy, { k: 12, cadence: '4weeks', topic: 5, quotes: 3, quotesPaused: true, paused: false })
    assert.deepEqual(log.length, 1)
  })

  it('says why the rules were changed, and to which of them the works council agreed', async () => {
    assert.equal((await leermoment('policy', 'set', 'topic=6', 'why=De raad vroeg erom = nu')).code, 0)
    assert.match((await leermoment('doctor')).out, /go-live of .*: note the consent of the works council/)
    assert.equal((await leermoment('policy', 'agree', '2026-11-12', 'Brief', 'OR', '2026-14')).code, 0)
    const { goLive } = JSON.parse((await leermoment('doctor', '--json')).out)
    const isAgreed = ({ name }: { name: string }) => name === 'agreed'
    assert.deepEqual(goLive[0].conditions.find(isAgreed), { name: 'agreed', met: true })
    const { log } = JSON.parse((await leermoment('policy', 'show', '--json')).out)
    assert.equal(log[1].why, 'De raad vroeg erom = nu')
  })

  it('says that nobody noted for a team that is not there, or that nobody notes for', async () => {
    const unknown = await leermoment('pulse', 'team', 'Gemeente/Team Jeugt', 'nobody')
    assert.deepEqual([unknown.code, unknown.out], [1, ''])
    assert.match(unknown.err, /Nobody notes for "Gemeente\/Team Jeugt"\. Name the unit as the roster does\./)
  })

  const refused: [words: string[], says: RegExp][] = [
    [['k=10'], /k must be at least 11: less would show too few people/],
    [['topic=4'], /topic must be at least 5/],
    [['quotes=2'], /quotes must be at least 3/],
    [['everything=true'], /everything/],
    [['cadence=week'], /cadence must be 4weeks/],
    [['k'], /Name what changes/],
    [['why=zomaar'], /Name what changes/],
  ]
  it('refuses what is below the floor, unknown or unclear, and changes nothing', async () => {
    const ran = await Promise.all(refused.map(([words]) => leermoment('policy', 'set', ...words)))
    for (const [place, [words, says]] of refused.entries()) {
      assert.equal(ran[place]?.code, 1, words.join())
      assert.match(ran[place]?.err ?? '', says)
    }
    assert.equal(JSON.parse((await leermoment('policy', 'show', '--json')).out).policy.k, 12)
  })

  it('publishes no window that is not there', async () => {
    const { code, err } = await leermoment('pulse', 'publish', '--window', '2026-W02')
    assert.deepEqual(
      [code, err],
      [1, 'Window 2026-W02 has not ended, or never opened. Windows open by `roster confirm`.\n'],
    )
    assert.match((await leermoment('pulse', 'publish', '--window', 'ooit')).err, /"ooit" is no window/)
  })

  it('has a team read together, by somebody of the team alone', async () => {
    const team = 'Gemeente Voorbeeldstad/Dienstverlening/Team Klantcontact'
    const set = await leermoment('pulse', 'team', team, 'Fatima Aydin')
    assert.deepEqual([set.code, set.err], [0, ''])
    assert.match(set.out, /reads its pulse together; Fatima Aydin notes/)
    assert.match((await leermoment('pulse', 'team', team, 'Bram Visser')).err, /Nobody of that name, or more than one/)
    assert.match((await leermoment('pulse', 'team', team)).err, /Name the team and who notes/)
    assert.equal((await leermoment('pulse', 'team', team, 'nobody')).code, 0)
  })

  it('confirms the roster', async () => {
    assert.equal((await leermoment('roster', 'confirm')).code, 0)
  })

  it('calls who decides on reports by the name that is agreed, and reads the one in the store too', async () => {
    const wrong = await leermoment('policy', 'set', 'reports.decides=hr')
    assert.match(wrong.err, /reports\.decides must be works-council or admin/)
    for (const [name, who] of [
      ['decides', 'admin'],
      ['reports.decides', 'works-council'],
    ]) {
      const set = await leermoment('policy', 'set', `${name}=${who}`)
      assert.match(set.out, new RegExp(`"reports\\.decides":"${who}"`))
    }
    const { policy } = JSON.parse((await leermoment('policy', 'show', '--json')).out)
    assert.deepEqual([policy['reports.decides'], policy.decides], ['works-council', undefined])
  })
})
