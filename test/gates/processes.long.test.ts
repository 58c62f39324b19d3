import assert from 'node:assert/strict'
import { type Survived, tryControl, tryProcesses } from '../../bench/delivery/processes/trial.ts'

const SECOND = 1_000
const TRIAL = {
  sizes: [60, 40],
  processes: 3,
  leaseMs: 3 * SECOND,
  beatMs: SECOND / 2,
  killEveryMs: 3.5 * SECOND,
  mostKills: 3,
  patienceMs: 100 * SECOND,
}
/** A lease, a look, and a busy machine. With the lease of the service, which is a minute, this is measured in bench/. */
const SILENCE_MS = 30 * SECOND

describe('delivery gates: three processes on one queue and one Cosmos-compatible server, the sending one killed', function () {
  this.timeout(240 * SECOND)
  let survived: Survived
  before(async () => {
    survived = await tryProcesses(TRIAL)
  })

  it('was interrupted, and went on in another process', () => {
    assert.ok(survived.kills >= 1, `${survived.kills} kills`)
    assert.ok(survived.senders >= 2, `${survived.senders} senders`)
  })
  it('loses nobody', () => assert.equal(survived.lost, 0))
  it('shows nobody a second card', () => assert.equal(survived.duplicates, 0))
  it('knows in the end what became of everybody', () => assert.equal(survived.unknown, 0))
  it('goes on after one lease', () =>
    assert.ok(survived.silenceMs <= SILENCE_MS, `${survived.silenceMs} ms of silence`))

  it('and the same kills show what is wrong with a sender that records after it has sent', async () => {
    let duplicates = 0
    // Where a kill falls is chance: one that falls between two sends shows nothing.
    for (let tries = 0; duplicates === 0 && tries < 3; tries++) ({ duplicates } = await tryControl(TRIAL))
    assert.ok(duplicates > 0, 'nobody got two cards')
  })
})
