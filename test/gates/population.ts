import assert from 'node:assert/strict'
import { FAULTS } from '../../bench/delivery/faults.ts'
import { PER_SECOND, type Tried, tryControl, tryProduct } from '../../bench/delivery/trial.ts'

/** 2,000 people in three municipalities; one request in ten meets a fault. */
const SIZES = [1_000, 700, 300]
const SHARE = 0.1
/** What Teams itself would refuse. */
const NEVER = 50
const MOST_IN_CONVERSATION = 7
const SLOWEST = 1.25

/** The gates for each of these seeds, and what stops at them. */
export function populations(seeds: readonly number[]): void {
  for (const seed of seeds) {
    describe(`seed ${seed}`, () => {
      let tried: Tried
      before(async () => {
        tried = await tryProduct({ seed, share: SHARE, sizes: SIZES })
      })

      it('meets every kind of fault', () => {
        const met = tried.connector.met()
        assert.deepEqual(
          FAULTS.filter(({ name }) => !met.has(name)),
          [],
        )
      })
      it('loses nobody', () => assert.equal(tried.lost, 0))
      it('shows nobody a second card', () => assert.equal(tried.duplicates, 0))
      it('says the line of text once at most', () => assert.equal(tried.secondLines, 0))
      it('knows in the end what became of everybody', () => assert.equal(tried.unknown, 0))
      it('leaves alone whom it was told to leave alone', () => assert.equal(tried.afterRefusal, 0))
      it('sends no tenant more than it takes in a second', () => {
        assert.ok(tried.perSecond <= 1.1 * PER_SECOND, `${tried.perSecond} in a second`)
        assert.ok(tried.perSecond < NEVER)
        assert.ok(tried.perSecondInConversation <= MOST_IN_CONVERSATION)
      })
      it('keeps every pause that it was asked for', () => {
        assert.ok(tried.pausesAsked > 0)
        assert.equal(tried.pausesBroken, 0)
      })
      it('has tried everybody within 1.25 times what the rate, the pauses and the ramps allow', () =>
        assert.ok(tried.slowness.ratio <= SLOWEST, `${tried.slowness.ratio} times as long`))

      it('and the same gates stop a loop on the bot SDK', async () => {
        const naive = await tryControl({ seed, share: SHARE, sizes: SIZES }, 'naive')
        assert.ok(naive.lost > 0 && naive.duplicates > 0, JSON.stringify({ ...naive, connector: 0, towns: 0 }))
        assert.ok(naive.perSecond > 1.1 * PER_SECOND && naive.pausesBroken > 0)
      })
      it('and a sender that reads, sends and then records', async () => {
        const record = await tryControl({ seed, share: SHARE, sizes: SIZES }, 'read-send-record')
        assert.ok(record.duplicates > 0 && record.lost > 0)
      })
    })
  }
}
