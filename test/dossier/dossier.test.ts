import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { collections } from '../../bot/cli/store/collections.ts'
import { KINDS_OF_DATA, OF_NOBODY } from '../../services/dossier/kinds-of-data.ts'
import { MEASURED } from '../../services/dossier/measured.ts'
import { run, workplace } from '../cli/run.ts'

const TENANT = '1ee20000-0000-4000-8000-00000000000a'
const FILES = ['dpia', 'ondernemingsraad', 'verwerkingsregister', 'bio2', 'toegankelijkheid', 'informatie-medewerkers']
/** The seventeen points of the model of the Dutch government. */
const POINTS = 17
const SET = {
  LEERMOMENT_CONTROLLER: 'Gemeente Voorbeeldstad | Markt 1',
  LEERMOMENT_FG: 'Farid Gerritsen',
  LEERMOMENT_LEGAL_BASIS: 'artikel 6, eerste lid, onder e',
  LEERMOMENT_VERTROUWENSPERSOON: 'Noor Vermeulen, 06 00 00 00 00',
}

describe('the papers that a municipality signs', function () {
  this.timeout(120_000)
  let place: Awaited<ReturnType<typeof workplace>>
  let bare: Awaited<ReturnType<typeof write>>
  const leermoment = (env: Record<string, string>, ...words: string[]) =>
    run('bot/cli.ts', words, { ...place.env, ...env })
  const write = async (name: string, env: Record<string, string> = {}) => {
    const folder = join(place.folder, name)
    const ran = await leermoment(env, 'dossier', '--tenant', TENANT, '--out', folder)
    assert.equal(ran.code, 0, ran.err)
    const read = FILES.map(async (file) => [file, await readFile(join(folder, `${file}.md`), 'utf8')] as const)
    return { ran, papers: Object.fromEntries(await Promise.all(read)) as Record<string, string> }
  }

  before(async () => {
    place = await workplace()
    await leermoment({}, 'roster', 'import', '--tenant', TENANT, 'demo/roster.csv')
    bare = await write('bare')
  })
  after(() => place.clean())

  it('are six, and each says how many places are left to fill in', () => {
    for (const [file, text] of Object.entries(bare.papers)) {
      const left = text.split('[nog invullen: ').length - 1
      assert.match(bare.ran.out, new RegExp(`${file}\\.md: ${left} places? for you to fill in`))
      assert.match(text, /^# .+\n\nOpgemaakt op \d{4}-\d{2}-\d{2} /)
      assert.doesNotMatch(text, /undefined|NaN|\[object|TODO/)
    }
  })

  it('say who is responsible, and leave less to fill in once that is set; what is set stays text', async () => {
    const after = await write('set', SET)
    for (const file of FILES) {
      assert.match(after.papers[file] ?? '', /Gemeente Voorbeeldstad \\\| Markt 1/)
      assert.match(after.papers[file] ?? '', /Farid Gerritsen/)
      const open = (papers: Record<string, string>) => (papers[file] ?? '').split('[nog invullen: ').length
      assert.ok(open(after.papers) < open(bare.papers), file)
    }
  })

  it('follow the rules: other rules make other papers, and an agreement to them is named only while it stands', async () => {
    await leermoment({}, 'policy', 'agree', '--tenant', TENANT, '2026-11-12', 'OR-2026-17')
    const agreed = await write('agreed')
    await leermoment({}, 'policy', 'set', '--tenant', TENANT, 'k=15', 'quotesPaused=true', 'reports.decides=admin')
    const stricter = await write('stricter')
    assert.match(agreed.papers.ondernemingsraad ?? '', /op 2026-11-12, kenmerk OR-2026-17/)
    assert.doesNotMatch(stricter.papers.ondernemingsraad ?? '', /OR-2026-17/)
    assert.match(agreed.papers.dpia ?? '', /\| Mensen die antwoordden, voor een lijst \| 11 \| 11 \|/)
    assert.match(stricter.papers.dpia ?? '', /\| Mensen die antwoordden, voor een lijst \| 15 \| 11 \|/)
    assert.match(stricter.papers.ondernemingsraad ?? '', /\| Citaten \| rusten \|/)
    // What follows from k follows it here too.
    assert.match(stricter.papers.dpia ?? '', /\| Mensen in een groep \| 28 \| 20 \|/)
    assert.match(stricter.papers.ondernemingsraad ?? '', /waar minstens 23 mensen mee konden doen/)
    assert.doesNotMatch(stricter.papers.dpia ?? '', /ten minste twintig|van achttien/)
    assert.match(stricter.papers.ondernemingsraad ?? '', /een functioneel beheerder/)
    assert.match(stricter.papers['informatie-medewerkers'] ?? '', /samen met ten minste 14 anderen/)
  })

  it('has all points of the model of an impact assessment, in their order', () => {
    const points = [...(bare.papers.dpia ?? '').matchAll(/^## (\d+)(?: en (\d+))?\. /gm)].flatMap(([, ...at]) =>
      at.filter((one) => one !== undefined).map(Number),
    )
    assert.deepEqual(
      points,
      Array.from({ length: POINTS }, (_, at) => at + 1),
    )
  })

  it('refuse a folder that is none, with one line', async () => {
    const { code, err } = await leermoment(
      {},
      'dossier',
      '--tenant',
      TENANT,
      '--out',
      join(place.folder, 'store.db', 'x'),
    )
    assert.equal(code, 1)
    assert.match(err, /is no folder that can be written to\. Name another one\.\n$/)
  })
})

describe('the record of processing', () => {
  it('has every collection that is kept, once', async () => {
    const named = [...KINDS_OF_DATA.flatMap((kind) => kind.collections), ...OF_NOBODY]
    assert.deepEqual(named.sort(), (await collections()).map(({ name }) => name).sort())
  })

  it('tells the figures that the attacks on the pulse have', () => {
    const attacks = readFileSync(new URL('../../docs/pulse-attacks.md', import.meta.url), 'utf8')
    for (const [what, figure] of Object.entries(MEASURED)) assert.ok(attacks.includes(figure.replace(',', '.')), what)
  })
})
