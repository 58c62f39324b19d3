import assert from 'node:assert/strict'
import { join } from 'node:path'
import { verbs } from '../../bot/cli/verbs.ts'
import { run, workplace } from './run.ts'

const TENANT = '1ee20000-0000-4000-8000-00000000000a'
const KARIN = '5a4e0000-0000-4000-8000-000000000022'
const NOBODY = '5a4e0000-0000-4000-8000-0000000000ff'

describe('the command line explains itself', () => {
  let place: Awaited<ReturnType<typeof workplace>>
  const leermoment = (...words: string[]) => run('bot/cli.ts', words, place.env)

  before(async () => {
    place = await workplace()
  })
  after(() => place.clean())

  for (const words of [[], ['help'], ['--help'], ['-h']])
    it(`"${words.join(' ')}": one line a verb, with what it does, and no error`, async () => {
      const { code, out, err } = await leermoment(...words)
      assert.deepEqual([code, err], [0, ''])
      for (const { usage, does } of Object.values(verbs)) {
        const [line = ''] = out.split('\n').filter((one) => one.startsWith(`  ${usage} `))
        assert.ok(line.endsWith(does) && does.length > 20, usage)
      }
      assert.match(out, /Not there yet: .*audit, /)
    })

  it('tells of the verbs that begin with a word, and of one verb', async () => {
    for (const words of [['round'], ['help', 'round'], ['round', '--help']]) {
      const { code, out } = await leermoment(...words)
      assert.deepEqual([code, out.trim().split('\n').length], [0, 4], words.join(' '))
    }
    const { out } = await leermoment('help', 'round', 'status')
    assert.match(out, /^ {2}round status .* Says how far a round is.*\n$/)
  })

  for (const [typed, problem] of [
    [
      'round start',
      /^--tenant and --prompt are missing\. Usage: leermoment round start --tenant ID --prompt ID \[--now\]\nPlans /,
    ],
    ['round start --tenant', /^--tenant needs a value\. Usage: leermoment round start /],
    [`round status --tenant ${TENANT} --now`, /^--now is no option of this verb\. Usage: leermoment round status /],
    [
      `round status --tenant ${TENANT} --tennant x`,
      /^--tennant is no option of this verb\. Usage: leermoment round status /,
    ],
    [`round status --tenant ${TENANT} --watch=yes`, /^--watch takes no value\. Usage: leermoment round status /],
    [
      'roster confirm --tenant a\u0001b',
      /^--tenant holds a space or a sign that no id has\. Usage: leermoment roster confirm /,
    ],
    ['round fly', /^There is no verb "round fly"\.\n {2}round start /],
    ['fly', /^There is no verb "fly"\.\n`leermoment help` says what there is\.\n$/],
    ['roster sync --tenant x', /^`roster sync` is not there yet\. /],
    ['audit --tenant x', /^"audit" is not there yet\. It comes later\.\n$/],
  ] as const)
    it(`"${typed}" is refused with the usage of what was meant`, async () => {
      const { code, out, err } = await leermoment(...typed.split(' '))
      assert.deepEqual([code, out], [1, ''])
      assert.match(err, problem)
    })

  it('names a setting that nobody reads, with those that there are', async () => {
    const { code, err } = await run('bot/cli.ts', ['doctor'], { ...place.env, LEERMOMENT_TENNANTS: TENANT })
    assert.equal(code, 1)
    assert.match(err, /LEERMOMENT_TENNANTS is not a setting\. Known are .*LEERMOMENT_TENANTS/)
  })

  /** A house of its own with a roster, set as in production. */
  const production = async () => {
    const fresh = await workplace()
    const kept = { LEERMOMENT_STORE: fresh.env.LEERMOMENT_STORE, LEERMOMENT_KEY_FILE: join(fresh.folder, 'house.key') }
    await run('bot/cli.ts', ['roster', 'import', '--tenant', TENANT, 'demo/roster.csv'], { ...fresh.env, ...kept })
    const env = {
      ...kept,
      LEERMOMENT_TENANTS: TENANT,
      LEERMOMENT_VERTROUWENSPERSOON: 'Noor Vermeulen, 06 00 00 00 00',
      LEERMOMENT_CONTROLLER: 'Gemeente Voorbeeldstad, Markt 1',
      LEERMOMENT_FG: 'Farid Gerritsen, fg@voorbeeldstad.example',
      LEERMOMENT_LEGAL_BASIS: 'artikel 6, eerste lid, onder e, AVG',
      MICROSOFT_APP_ID: NOBODY,
      MICROSOFT_APP_TYPE: 'SingleTenant',
      MICROSOFT_APP_TENANT_ID: TENANT,
      MICROSOFT_APP_PASSWORD: 'invented',
      TAB_BASE_URL: 'https://leermoment.example.nl/tab/',
    }
    return { env, clean: fresh.clean }
  }

  it('says of the settings what was looked at, and what was not', async () => {
    const { env, clean } = await production()
    const { code, out } = await run('bot/cli.ts', ['doctor'], env)
    assert.equal(code, 0)
    assert.match(
      out,
      /^settings: complete, and each has the right form\nnot tried: whether Microsoft knows MICROSOFT_APP_ID/,
    )
    assert.match(out, /not tried: whether TAB_BASE_URL leads here/)
    assert.match(out, /^edge: botbuilder$/m)
    await clean()
  })

  it('says which edge runs, and what to do where that is not installed', async () => {
    const { env, clean } = await production()
    const doctor = (more: Record<string, string>) => run('bot/cli.ts', ['doctor'], { ...env, ...more })
    assert.match((await doctor({ LEERMOMENT_EDGE: 'teams' })).out, /^edge: teams$/m)
    const options = { LEERMOMENT_EDGE: 'teams', NODE_OPTIONS: '--import ./test/edge/without-teams.js' }
    const without = await doctor(options)
    assert.equal(without.code, 1)
    assert.match(without.out, /^edge: teams, does not load$/m)
    assert.match(without.err, /@microsoft\/teams\.apps is not installed\. Run npm ci, or set it to botbuilder/)
    await clean()
  })

  it('erases nobody who was never known, and somebody again whose erasing was asked before', async () => {
    await leermoment('roster', 'import', '--tenant', TENANT, 'demo/roster.csv')
    const forget = (person: string, tenant = TENANT) =>
      leermoment('person', 'forget', '--tenant', tenant, '--person', person)
    for (const [person, tenant] of [['zzz'], [NOBODY], [KARIN, NOBODY]] as const) {
      const { code, out, err } = await forget(person, tenant)
      assert.deepEqual([code, out], [1, ''], person)
      assert.match(err, /^Nothing was erased: .* never knew a person /)
    }
    assert.equal((await forget(KARIN)).code, 0)
    await leermoment('roster', 'import', '--tenant', TENANT, 'demo/roster.csv')
    assert.equal((await forget(KARIN)).code, 0)
  })

  it('plans no round where there is no roster', async () => {
    const { code, err } = await leermoment('round', 'start', '--tenant', NOBODY, '--prompt', 'leerzaam-moment')
    assert.equal(code, 1)
    assert.match(err, /^Nothing is planned: .* has no roster here/)
  })
})
