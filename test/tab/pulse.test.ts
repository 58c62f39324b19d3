import assert from 'node:assert/strict'
import { before, describe, it } from 'mocha'
import { read } from '../house.ts'
import { inTeams } from './in-teams.ts'
import { kept } from './seen.ts'
import type { Shown } from './teams.ts'
import type { Town } from './town.ts'

const MARIEKE = 'Marieke Jansen'
const REASON = 'Vanaf januari is dinsdagochtend zonder telefoon. <b>Dan</b> bellen we zelf terug.'
/** The panel of somebody who leads several blocks. */
const HIGHER = /^Wat groepen van/
const OTHER = 'Dat laten we zoals het is, want er is geen ruimte.'

describe('Leerpuls, in Teams', function () {
  this.timeout(90_000)
  const teams = inTeams()
  let town: Town
  let shown: Shown
  before(() => {
    town = teams.town()
  })

  const open = async (as: string) => {
    shown = await teams.show({ as, page: 'leerpuls' })
    await shown.frame.getByRole('heading', { level: 1, name: 'Leerpuls' }).waitFor()
    await shown.frame.getByRole('region').first().waitFor()
  }
  const button = (name: string) => shown.frame.getByRole('button', { name })
  const sees = (text: string | RegExp) => shown.frame.getByText(text).first().waitFor()
  const panels = () => shown.frame.getByRole('region').allInnerTexts()
  /** Without what only somebody who leads several blocks reads. */
  const quiet = async () => (await panels()).filter((words) => !HIGHER.test(words))
  const reason = () => shown.frame.getByLabel('Waarom?')
  const reply = () => shown.frame.getByLabel('Wat zeg je hierop?')

  it('says that there is none yet, in one panel and without a number', async () => {
    await open(MARIEKE)
    await sees('Er is nog geen leerpuls voor jou')
    await isQuiet([/In de hele gemeente/])
  })

  it('asks first for an answer to all their words, without a verdict, and has these words beside it', async () => {
    const due = (await town.house.app.pulse.publication(town.tenant)) ?? assert.fail()
    await town.house.until(new Date(due.getTime() + 3_600_000).toISOString())
    await open(MARIEKE)
    await sees(/Hun woorden · graag voor/)
    assert.equal(await shown.frame.getByLabel('We doen dit', { exact: true }).count(), 0)
    const [duty = '', , words = ''] = await panels()
    assert.match(duty, /^Jouw reactie/)
    assert.match(words, /^In hun eigen woorden\s+“/)
    assert.equal(await shown.frame.getByRole('combobox').count(), 1, 'the group and period is all there is to choose')
    await kept(shown, 'pulse-tab')
  })

  it('refuses thanks with a sentence that helps, and loses nothing that was typed', async () => {
    await reply().fill('Dank jullie wel voor alle openhartige reacties.')
    await button('Verder').click()
    const told = shown.frame.getByRole('alert')
    await told.waitFor()
    assert.equal(
      await told.innerText(),
      'Schrijf in een paar woorden wat je hierop zegt. Alleen bedanken is geen antwoord.',
    )
    assert.equal(await reply().inputValue(), 'Dank jullie wel voor alle openhartige reacties.')
  })

  it('takes a decision for each point, and shows all of it as the block will read it', async () => {
    await reply().fill(OTHER)
    await button('Verder').click()
    await sees('Punt 1 van 2')
    assert.equal(await reason().count(), 0, 'one field at a time')
    await shown.frame.getByLabel('We doen dit', { exact: true }).check()
    await button('Verder').click()
    await reason().fill(REASON)
    await shown.frame.getByRole('region', { name: 'Zo leest je team het' }).getByText(REASON).waitFor()
    await button('Verder').click()
    await shown.frame.getByRole('combobox', { name: /^Wie pakt dit op/ }).pressSequentially('fat ay')
    await shown.frame.getByRole('option', { name: /^Fatima Aydin/ }).click()
    const day = shown.frame.getByRole('combobox', { name: /^Wanneer hoort je team meer/ })
    await day.pressSequentially('26 december')
    await shown.frame.getByRole('option', { name: /26 december/, disabled: true }).waitFor()
    await day.fill('')
    await day.pressSequentially('12 januari')
    await shown.frame.getByRole('option', { name: 'dinsdag 12 januari' }).click()
    await button('Verder').click()
    await sees('Punt 2 van 2')
    await shown.frame.getByLabel('We doen dit niet').check()
    await button('Verder').click()
    await reason().fill(OTHER)
    await button('Wijzig: Wat besluit je?').click()
    await shown.frame.getByRole('radio', { name: 'We doen dit niet', checked: true }).waitFor()
    await button('Verder').click()
    assert.equal(await reason().inputValue(), OTHER, 'what was typed is still there')
    await button('Verder').click()
    await button('Verstuur naar je team').waitFor()
    await sees(REASON)
    await kept(shown, 'pulse-tab-preview')
  })

  it('sends it: people who said something read every word in the chat, and nobody of another block does', async () => {
    await button('Verstuur naar je team').click()
    await sees(/Iedereen leest jouw woorden, precies zoals jij ze schreef/)
    await town.house.settle()
    const reads = (name: string) =>
      town.house
        .sentTo(town.person(name))
        .map((card) => read(card))
        .some((text) => text.includes('Herken je hierin wat je zei?') && text.includes(REASON) && text.includes(OTHER))
    for (const name of ['Fatima Aydin', 'Marjolein Prins']) assert.ok(reads(name), name)
    for (const name of ['Petra Mulder', 'Ruud Willems']) assert.ok(!reads(name), name)
    await open(MARIEKE)
    assert.equal(await shown.frame.getByRole('button', { name: 'Verder' }).count(), 0)
  })

  it('lets who reads along see who answers, and nothing to press', async () => {
    await open('Rob Timmermans')
    await sees(/Marieke Jansen/)
    assert.equal(await shown.frame.getByRole('radio').count(), 0)
  })

  it('withholds one from every other block with the same words, whatever the cause, and looks like there being none', async () => {
    const seen: string[][] = []
    for (const name of ['Petra Mulder', 'Mehmet Kaya', 'Hanneke Vermeulen']) {
      await open(name)
      await sees('Over deze weken is er geen leerpuls')
      seen.push(await quiet())
      await isQuiet([/In de hele gemeente/])
    }
    assert.deepEqual(seen.slice(1), [seen[0], seen[0]])
    await kept(shown, 'pulse-tab-withheld')
  })

  /**
   * One panel of words, and once pulses came the one of the whole municipality that everybody has: no figure of this
   * block, no picture, nothing to press that would say more.
   */
  async function isQuiet(beside: RegExp[] = []) {
    const [own, ...others] = await quiet()
    // When the next list comes is the same for every block.
    const words = (own ?? assert.fail()).replace(/De volgende lijst komt op [^:]*:/, '')
    assert.doesNotMatch(words, /\d|bijna|te weinig/)
    assert.equal(others.length, beside.length)
    for (const [place, words] of beside.entries()) assert.match(others[place] ?? '', words)
    const main = shown.frame.getByRole('main')
    assert.equal(await main.locator('svg:not(.fui-Select__icon svg), img, canvas, progress').count(), 0)
    assert.equal(await main.getByRole('button').count(), 0)
  }
})
