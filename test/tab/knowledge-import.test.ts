import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { before, describe, it } from 'mocha'
import { FILE_LIMIT } from '../../services/knowledge/schema/importing.ts'
import { read } from '../house.ts'
import { sample } from '../knowledge/operator.ts'
import { inTeams } from './in-teams.ts'
import { fits, isAccessible } from './seen.ts'
import type { Look, Shown } from './teams.ts'
import type { Town } from './town.ts'

const HR = 'Kim Nguyen'
const ADMIN = 'Jeroen Maas'
const PAGE = '/api/hr/knowledge-import'

describe('Vul de kennisbank, in Teams', function () {
  this.timeout(90_000)
  const teams = inTeams()
  let town: Town
  let shown: Shown
  before(() => {
    town = teams.town()
  })

  const open = async (look: Look) => {
    shown = await teams.show({ page: 'kennisbank', ...look })
    await shown.frame.getByRole('article').first().waitFor()
  }
  const panel = () => shown.frame.getByRole('region', { name: 'Vul de kennisbank' })
  const choose = (path: string) => shown.frame.getByLabel('Kies een bestand').setInputFiles(path)
  const found = async (words: string) => {
    const reply = await town.say('Sanne Bakker', words)
    return reply?.card ? read(reply.card) : ''
  }

  it('is not there for who has neither role, and not at an address either', async () => {
    await open({ as: 'Karin de Wit' })
    assert.equal(await panel().count(), 0)
    assert.equal((await town.get('Karin de Wit', PAGE)).status, 404)
    assert.equal((await town.post(ADMIN, PAGE, { name: 'a.csv', file: '' })).status, 404)
    assert.equal((await town.get(ADMIN, '/api/admin/knowledge-import')).status, 200)
  })

  it('shows what would happen line by line, what wants a look first, and writes nothing', async () => {
    await open({ as: HR })
    await panel().waitFor()
    const writes = town.state.writes
    await choose(sample('met-gegevens.csv'))
    await panel().getByText('2 nieuw, 0 veranderd, 0 hetzelfde, 3 niet opgenomen.').waitFor()
    const rows = await panel().getByRole('row').allInnerTexts()
    assert.match(
      rows[1] ?? '',
      /^3\s+Hoe ging het bij de vorige aanvraag\?[\s\S]*Misschien staat hier een naam in: Pietersen/,
    )
    assert.match(rows.join('\n'), /5\s+Wat doe je bij een klacht\?[\s\S]*Regel 6 stelt dezelfde vraag/)
    assert.match(rows.join('\n'), /Weggelaten: 06-12345678/)
    assert.equal(town.state.writes, writes)
    await isAccessible(shown.frame, 'what an import would do')
    await fits(shown.frame, 'what an import would do')
  })

  it('says which line cannot be read, and what to do', async () => {
    await choose(sample('lege-pagina.md'))
    await panel().getByRole('alert').getByText('Ik vond geen vraag met een antwoord').waitFor()
  })

  it('puts a list in the knowledge bank by one press, and the chat answers a question without its words', async () => {
    await choose(sample('burgerzaken.txt'))
    await panel().getByText('2 nieuw').waitFor()
    await panel().getByRole('button', { name: 'Zet in de kennisbank' }).click()
    await panel().getByText('“burgerzaken” staat in de kennisbank.').first().waitFor()
    const answer = await found('weet iemand hoe snel een reisdocument met spoed klaar is?')
    assert.match(answer, /Ja, binnen twee werkdagen/)
    assert.match(answer, /Uit: burgerzaken/)
    await shown.frame.getByRole('searchbox').fill('spoed paspoort')
    await shown.frame.getByText(`Uit: burgerzaken · bewaard door ${HR}`).first().waitFor()
  })

  it('takes it back after asking once', async () => {
    await panel()
      .getByText(/Laatst opgenomen: “burgerzaken”/)
      .waitFor()
    await panel().getByRole('button', { name: 'Maak ongedaan' }).click()
    await panel().getByRole('button', { name: 'Ja, maak ongedaan' }).click()
    await panel()
      .getByText(/Laatst opgenomen/)
      .waitFor({ state: 'detached' })
    assert.doesNotMatch(await found('zoek spoed paspoort'), /werkdagen/)
    assert.equal((await town.post(HR, `${PAGE}/undo`)).status, 404)
  })

  it('takes a line that somebody looked at as it is', async () => {
    await choose(sample('met-gegevens.csv'))
    await panel().getByRole('checkbox', { name: 'Neem regel 2 toch zo op' }).check()
    await panel().getByRole('button', { name: 'Zet in de kennisbank' }).click()
    await panel().getByText('“met-gegevens” staat in de kennisbank.').first().waitFor()
    assert.match(await found('lees wijkverpleging overleg'), /Bel 06-12345678 voor overleg/)
  })

  it('asks for a new keeper when one left, and the document names nobody until then', async () => {
    const tenant = town.tenant
    await town.house.app.forget(tenant, town.person(HR))
    assert.match(await found('lees wijkverpleging overleg'), /nog zonder bewaarder/)
    await open({ as: ADMIN })
    await panel()
      .getByText(/stukken hebben geen bewaarder meer/)
      .waitFor()
    await panel().getByLabel('Wie bewaart ze voortaan?').fill('Jan Niemand')
    await panel().getByRole('button', { name: 'Geef ze aan deze collega' }).click()
    await panel().getByText('“Jan Niemand” ken ik niet als collega.').waitFor()
    await panel().getByLabel('Wie bewaart ze voortaan?').fill('Karin de Wit')
    await panel().getByRole('button', { name: 'Geef ze aan deze collega' }).click()
    await panel()
      .getByText(/stukken hebben geen bewaarder meer/)
      .waitFor({ state: 'detached' })
    assert.match(await found('lees wijkverpleging overleg'), /bewaard door Karin de Wit/)
  })

  it('takes a file up to its limit, and no other page takes a body of that size', async () => {
    const file = (await readFile(sample('faq-wmo.csv'))).toString('base64')
    const given = { name: 'faq.csv', file }
    const { body } = await town.post(HR, `${PAGE}/look`, given)
    assert.deepEqual([body.added, body.notTaken], [4, 2])
    const large = Buffer.alloc(FILE_LIMIT - 1000, 'a;b\n').toString('base64')
    const { status, body: told } = await town.post(HR, `${PAGE}/look`, { name: 'faq.csv', file: large })
    assert.deepEqual([status, told.problem.code], [200, 'no-columns'])
    assert.equal((await town.post(HR, `${PAGE}/look`, { name: 'a.csv', file: 'A'.repeat(FILE_LIMIT * 2) })).status, 413)
    assert.equal((await town.post(HR, '/api/hr/prompts', { large })).status, 413)
    assert.equal((await town.post(HR, `${PAGE}/look`, { ...given, more: 1 })).status, 400)
  })
})
