import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, it } from 'mocha'
import { appPackage } from '../../manifest/app-package.ts'

const developer = {
  name: 'Gemeente "Zuid" & Noord',
  website: 'https://www.zuid.nl/',
  privacy: 'https://www.zuid.nl/privacy',
  terms: 'https://www.zuid.nl/voorwaarden',
}
const DEVELOPER = {
  APP_DEVELOPER_NAME: developer.name,
  APP_WEBSITE_URL: developer.website,
  APP_PRIVACY_URL: developer.privacy,
  APP_TERMS_URL: developer.terms,
}
const ID = '12345678-1234-4234-8234-123456789abc'
const committed = (file: string) => readFileSync(new URL(`../../manifest/${file}`, import.meta.url))

describe('the app package', () => {
  const files = unzipSync(appPackage({ appId: ID, developer, version: '1.2.3' }))
  const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()))

  it('holds the manifest, the other language and the pictures, all at its root', () => {
    assert.deepEqual(Object.keys(files).sort(), ['color.png', 'color32.png', 'en.json', 'manifest.json', 'outline.png'])
    for (const file of ['color.png', 'color32.png', 'en.json', 'outline.png'])
      assert.ok(committed(file).equals(files[file] ?? new Uint8Array()), file)
  })

  it('names the bot registration and the version, and leaves nothing to fill in', () => {
    assert.equal(manifest.id, ID)
    assert.equal(manifest.bots[0].botId, ID)
    assert.equal(manifest.version, '1.2.3')
    assert.ok(!JSON.stringify(manifest).includes('${{'))
  })

  it('says who offers it and where to read on, and can be asked alone, in a group chat and in a team', () => {
    assert.deepEqual(manifest.developer, {
      name: developer.name,
      websiteUrl: developer.website,
      privacyUrl: developer.privacy,
      termsOfUseUrl: developer.terms,
    })
    assert.deepEqual(manifest.bots[0].scopes, ['personal', 'team', 'groupChat'])
  })

  it('has a tab for one person, a channel and a meeting that Teams can sign in to, once the service has an address', () => {
    assert.equal(manifest.staticTabs, undefined)
    const tab = 'https://leermoment.zuid.nl/tab/'
    const { 'manifest.json': bytes = new Uint8Array() } = unzipSync(
      appPackage({ appId: ID, developer, version: '1.2.3', tab }),
    )
    const { staticTabs, configurableTabs, validDomains, webApplicationInfo, composeExtensions } = JSON.parse(
      strFromU8(bytes),
    )
    assert.equal(staticTabs[0].contentUrl, tab)
    assert.deepEqual(staticTabs[0].scopes, ['personal'])
    assert.equal(configurableTabs[0].configurationUrl, tab)
    assert.deepEqual(
      [configurableTabs[0].scopes, configurableTabs[0].context],
      [
        ['team', 'groupChat'],
        ['channelTab', 'meetingChatTab', 'meetingDetailsTab', 'meetingSidePanel'],
      ],
    )
    assert.deepEqual(validDomains, ['leermoment.zuid.nl'])
    const [handler] = composeExtensions[0].messageHandlers
    assert.deepEqual(handler.value, { domains: ['leermoment.zuid.nl'], supportsAnonymizedPayloads: false })
    assert.equal(manifest.composeExtensions[0].messageHandlers, undefined)
    assert.deepEqual(webApplicationInfo, { id: ID, resource: `api://leermoment.zuid.nl/${ID}` })
  })

  it('has the same bytes for the same filling', () => {
    const [first, second] = [1, 2].map(() => Buffer.from(appPackage({ appId: ID, developer, version: '1.2.3' })))
    assert.ok(first && second && first.equals(second))
    assert.equal(first.readUInt32LE(10), 0x00210000, 'the first file is dated 1 January 1980')
  })

  it('is not made for an id that is no GUID', () => {
    assert.throws(() => appPackage({ appId: 'leermoment', developer, version: '1.2.3' }), /MICROSOFT_APP_ID is no GUID/)
  })

  it('is not made when the schema refuses it', () => {
    assert.throws(
      () => appPackage({ appId: ID, developer, version: '1'.repeat(257) }),
      /manifest\.json is not valid: \/version .*Give package\.json a version of three numbers/,
    )
  })

  for (const tab of [
    'https://localhost/tab/',
    'https://10.0.0.4/tab/',
    'https://leermoment.internal/',
    'https://server/',
  ])
    it(`is not made for the tab ${tab}, which nobody in Teams can reach`, () => {
      assert.throws(() => appPackage({ appId: ID, developer, version: '1.2.3', tab }), /can reach .* Set TAB_BASE_URL/)
    })
})

describe('npm run package', () => {
  const script = fileURLToPath(new URL('../../manifest/package.ts', import.meta.url))
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  let home = ''
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'leermoment-package-'))
  })
  afterEach(() => rmSync(home, { recursive: true }))

  const run = (appId: string, more: Record<string, string> = {}) =>
    spawnSync(process.execPath, [script], {
      cwd: home,
      encoding: 'utf8',
      env: { ...process.env, MICROSOFT_APP_ID: appId, ...DEVELOPER, ...more },
    })
  const packaged = () => {
    const files = unzipSync(readFileSync(join(home, 'dist', `leermoment-${version}.zip`)))
    return JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()))
  }

  it('writes the package and prints where it is', () => {
    const { status, stdout, stderr } = run(ID)
    assert.deepEqual({ status, stdout, stderr }, { status: 0, stdout: `dist/leermoment-${version}.zip\n`, stderr: '' })
    assert.equal(packaged().id, ID)
    assert.equal(packaged().version, version)
  })

  it('says what to set when there is no bot registration yet, and still writes a valid package', () => {
    const { status, stderr } = run('')
    assert.equal(status, 0)
    assert.match(stderr, /example id\. Set MICROSOFT_APP_ID/)
    assert.match(packaged().id, /^00000000-/)
  })

  for (const [name, value] of [
    ['APP_DEVELOPER_NAME', ''],
    ['APP_DEVELOPER_NAME', 'Leermoment'],
    ['APP_DEVELOPER_NAME', 'x'.repeat(33)],
    ['APP_WEBSITE_URL', ''],
    ['APP_WEBSITE_URL', 'https://leermoment.example'],
    ['APP_PRIVACY_URL', 'http://www.zuid.nl/privacy'],
    ['APP_PRIVACY_URL', 'https://example.com/privacy'],
    ['APP_TERMS_URL', 'voorwaarden'],
  ] as const)
    it(`writes nothing when ${name} is "${value.slice(0, 30)}", and names it`, () => {
      const { status, stderr } = run(ID, { [name]: value })
      assert.equal(status, 1)
      assert.deepEqual(stderr.match(/^APP_\w+/gm), [name])
      assert.deepEqual(readdirSync(home), [])
    })

  it('names all that is missing at once', () => {
    const { stderr } = run(ID, Object.fromEntries(Object.keys(DEVELOPER).map((name) => [name, ''])))
    assert.deepEqual(stderr.match(/^APP_\w+ is missing/gm)?.length, 4)
  })

  it('writes nothing for a wrong id', () => {
    const { status, stderr } = run('leermoment')
    assert.equal(status, 1)
    assert.match(stderr, /MICROSOFT_APP_ID is no GUID/)
    assert.deepEqual(readdirSync(home), [])
  })
})
