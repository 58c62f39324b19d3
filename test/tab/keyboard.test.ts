import assert from 'node:assert/strict'
import { before, describe, it } from 'mocha'
import { read } from '../house.ts'
import { inTeams } from './in-teams.ts'
import { byKeys, type Keys } from './keys.ts'
import type { Shown } from './teams.ts'
import type { Town } from './town.ts'

const KIM = 'Kim Nguyen'
const SANNE = 'Sanne Bakker'
const OPENING = 'leerzaam-moment'

describe('the work of HR, by keyboard alone', function () {
  this.timeout(90_000)
  const teams = inTeams()
  let town: Town
  let shown: Shown
  let keys: Keys

  before(async () => {
    town = teams.town()
    const propose = { tenant: town.tenant, person: town.person(SANNE), turn: 'proposal-1' }
    await town.house.app.proposals.propose(propose, 'Wat durfde je deze week?')
    shown = await teams.show({ as: KIM, page: 'vragen-afstemmen' })
    await shown.frame
      .getByRole('button', { name: /^Open de vraag/ })
      .first()
      .waitFor()
    keys = byKeys(shown)
  })

  const sees = (text: string | RegExp) => shown.frame.getByText(text).first().waitFor()
  const said = (text: string) => shown.frame.getByRole('status').filter({ hasText: text }).waitFor()
  const versions = async () =>
    (await town.get(KIM, '/api/hr/prompts')).body.prompts.find(({ id }: { id: string }) => id === OPENING).versions

  it('begins with a way past the menu', async () => {
    await shown.frame.evaluate('document.body.focus()')
    await keys.to('Naar de inhoud')
    await keys.press('Enter')
    assert.equal((await keys.standing()).tag, 'H1')
  })

  it('opens a question, and arrives at its title', async () => {
    await keys.to('Open de vraag: Wat was deze week je meest leerzame moment?')
    await keys.press('Enter')
    await shown.frame.locator('.card-preview').waitFor()
    const { tag, name } = await keys.standing()
    assert.deepEqual([tag, name], ['H1', 'Wat was deze week je meest leerzame moment?'])
  })

  it('writes in both languages, and hears how it reads', async () => {
    await keys.to('Nederlands: Vraag')
    await keys.write('Wat ga je implementeren?')
    await sees('“implementeren” is een lastig woord. Liever: invoeren.')
    await keys.write('Wat verraste je deze week?')
    await sees('Goed te lezen. De langste zin heeft 5 woorden.')
    await keys.to('Engels: Vraag')
    await keys.write('What surprised you this week?')
  })

  it('looks at the card in another language and another theme', async () => {
    await keys.to('Engels')
    await keys.press('Space')
    await shown.frame.locator('.card-preview').getByText('What surprised you this week?').waitFor()
    await keys.to('Donker')
    await keys.press('Enter')
    await shown.frame.getByRole('button', { name: 'Donker', pressed: true }).waitFor()
    await keys.standing()
  })

  it('keeps a draft, says why, and publishes', async () => {
    await keys.back('Bewaar concept')
    await keys.press('Enter')
    await said('Het concept is bewaard.')
    await keys.standing()
    await keys.to(/^Dit staat bij ‘Wie deed wat’/)
    await keys.write('Beter te begrijpen.')
    await keys.back('Publiceer')
    await keys.press('Enter')
    await said('Gepubliceerd.')
    await keys.standing()
    const now = (await versions()).at(-1)
    assert.deepEqual([now.status, now.nl.question], ['published', 'Wat verraste je deze week?'])
  })

  it('withdraws it again; what was pressed is gone then, and the focus is not', async () => {
    await keys.to(/^Dit staat bij ‘Wie deed wat’/)
    await keys.write('Toch liever de oude.')
    await keys.to('Trek in: Versie 1')
    await keys.press('Enter')
    await said('Ingetrokken.')
    await keys.standing()
    assert.equal((await versions()).at(-1).status, 'withdrawn')
  })

  it('goes back to all questions, and arrives at their title', async () => {
    await keys.back('Alle vragen')
    await keys.press('Enter')
    await shown.frame.getByRole('heading', { level: 1, name: 'Vragen afstemmen' }).waitFor()
    const { tag, name } = await keys.standing()
    assert.deepEqual([tag, name], ['H1', 'Vragen afstemmen'])
  })

  it('declines a proposal with the arrow keys, and with a reason', async () => {
    await keys.to('We nemen de vraag op')
    await keys.press('ArrowDown')
    assert.equal((await keys.standing()).name, 'We nemen de vraag niet op')
    await keys.to(/^Waarom\? Je collega leest/)
    await keys.write('We vroegen dit vorige maand al.')
    await keys.to('Stuur antwoord op: Wat durfde je deze week?')
    await keys.press('Enter')
    await said('Je antwoord is verstuurd.')
    await keys.standing()
    await town.house.settle()
    const cards = town.house.sentTo(town.person(SANNE)).map((card) => read(card))
    assert.match(cards.join(), /We vroegen dit vorige maand al\./)
  })
})
