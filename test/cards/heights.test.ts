import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../../bench/browser/chromium.ts'
import { casts } from './cast.ts'
import { askWing } from './gallery/ask.ts'
import { besideWing } from './gallery/beside.ts'
import { careWing } from './gallery/care.ts'
import { knowledgeWing } from './gallery/knowledge.ts'
import { offerWing } from './gallery/offer.ts'
import { evidenceWing, ownWing } from './gallery/own.ts'
import { pulseWing } from './gallery/pulse.ts'
import { reflectionWing } from './gallery/reflection.ts'
import { runningWing } from './gallery/running.ts'
import { showing } from './gallery/shown.ts'
import { LANGUAGES } from './gallery.ts'
import { draw, highestOf, PHONE, stage } from './stage.ts'

/** Who asks reads these in between, often on a phone. */
const WINGS = [askWing, offerWing, knowledgeWing, evidenceWing, runningWing, besideWing]

/** Of these, what is read back or read once. */
const READ = ['decisionsCard', 'guideCard', 'policyCard', 'consentCard']
const READ_WINGS = [pulseWing, ownWing, careWing, reflectionWing]

describe('cards: how high those of asking, knowing and answering in passing are on a phone', () => {
  let browser: Browser
  let page: Page

  before(async () => {
    browser = await launchChromium()
    page = await stage(browser, 'light', PHONE)
  })
  after(() => browser?.close())

  for (const language of LANGUAGES) {
    it(`the learning pulse is within its limit before anything is unfolded (${language})`, async () => {
      const calm = casts(language).filter(({ kind }) => kind === 'calm')
      const pulses = calm
        .flatMap((cast) => pulseWing(showing(cast), language, cast))
        .filter(({ maker }) => maker === 'pulseCard')
      assert.ok(pulses.length > 7, `${pulses.length} cards`)
      const over: string[] = []
      for (const shown of pulses) {
        const { high } = await draw(page, shown)
        if (high > highestOf(shown)) over.push(`${shown.name}: ${high} px, at most ${highestOf(shown)}`)
      }
      assert.deepEqual(over, [])
    })

    it(`is within its limit with ordinary words (${language})`, async () => {
      const calm = casts(language).filter(({ kind }) => kind === 'calm')
      const cards = calm.flatMap((cast) => WINGS.flatMap((wing) => wing(showing(cast), language, cast)))
      assert.ok(cards.length > 60, `${cards.length} cards`)
      const over: string[] = []
      for (const shown of cards) {
        const { high } = await draw(page, shown)
        if (high > highestOf(shown)) over.push(`${shown.name}: ${high} px, at most ${highestOf(shown)}`)
      }
      assert.deepEqual(over, [])
    })

    it(`what is read is within its limit before anything is unfolded (${language})`, async () => {
      const calm = casts(language).filter(({ kind }) => kind === 'calm')
      const cards = calm
        .flatMap((cast) => READ_WINGS.flatMap((wing) => wing(showing(cast), language, cast)))
        .filter(({ maker }) => READ.includes(maker))
      assert.equal(new Set(cards.map(({ maker }) => maker)).size, READ.length)
      const over: string[] = []
      for (const shown of cards) {
        const { high } = await draw(page, shown)
        if (high > highestOf(shown)) over.push(`${shown.name}: ${high} px, at most ${highestOf(shown)}`)
      }
      assert.deepEqual(over, [])
    })

    it(`is within its limit where quotes are answered, however long these are (${language})`, async () => {
      const calm = casts(language).filter(({ kind }) => kind === 'calm')
      const answers = calm.flatMap((cast) => pulseWing(showing(cast), language, cast))
      const thanked = answers.filter(({ name }) => /noteCard · (thanks to the words|long words)/.test(name))
      assert.equal(thanked.length, 2)
      const over: string[] = []
      for (const shown of thanked) {
        const { high } = await draw(page, shown)
        if (high > highestOf(shown)) over.push(`${shown.name}: ${high} px, at most ${highestOf(shown)}`)
      }
      assert.deepEqual(over, [])
    })
  }
})
