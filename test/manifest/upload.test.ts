import assert from 'node:assert/strict'
import { unzipSync } from 'fflate'
import { describe, it } from 'mocha'
import { appPackage } from '../../manifest/app-package.ts'
import { refusals } from '../../manifest/upload.ts'

const SITE = 'https://www.zuid.nl/'
const ID = '12345678-1234-4234-8234-123456789abc'
const whole = unzipSync(
  appPackage({
    appId: ID,
    version: '1.2.3',
    developer: { name: 'Gemeente Zuid', website: SITE, privacy: SITE, terms: SITE },
    tab: 'https://leermoment.zuid.nl/tab/',
  }),
)
const textOf = (file: string) => Buffer.from(whole[file] ?? []).toString()

/** What would be said of the package when its manifest, English file or pictures were changed so. */
function changed(
  edit: (manifest: ReturnType<typeof JSON.parse>) => void,
  files: Record<string, Uint8Array | undefined> = {},
): string[] {
  const manifest = JSON.parse(textOf('manifest.json'))
  edit(manifest)
  const all: Record<string, Uint8Array | undefined> = {
    ...whole,
    'manifest.json': Buffer.from(JSON.stringify(manifest)),
    ...files,
  }
  const there = Object.entries(all).filter((entry): entry is [string, Uint8Array] => entry[1] !== undefined)
  return refusals({ manifest, files: Object.fromEntries(there) })
}

const nothing = () => {}
const english = (change: Record<string, string>) =>
  Buffer.from(JSON.stringify({ ...JSON.parse(textOf('en.json')), ...change }))
/** The first bytes of a picture, with another width, or another kind of pixels. */
function picture(file: string, at: number, byte: number): Uint8Array {
  const bytes = Uint8Array.from(whole[file] ?? [])
  bytes[at] = byte
  return bytes
}

describe('what an upload would refuse', () => {
  it('is nothing, of the package as it is made', () => {
    assert.deepEqual(changed(nothing), [])
  })

  const cases: [string, () => string[], RegExp][] = [
    ['a short name of 31 characters', () => changed((it) => (it.name.short = 'x'.repeat(31))), /name\/short .*Shorten/],
    [
      'an English description that is too long',
      () => changed(nothing, { 'en.json': english({ 'description.short': 'x'.repeat(81) }) }),
      /en\.json .*Shorten it/,
    ],
    ['an id that is none', () => changed((it) => (it.id = 'leermoment')), /\/id .*Set MICROSOFT_APP_ID/],
    ['an address without https', () => changed((it) => (it.developer.privacyUrl = 'zuid.nl')), /https:\/\//],
    ['an icon of another size', () => changed(nothing, { 'color.png': picture('color.png', 19, 96) }), /192 by 192/],
    ['an icon that is none', () => changed(nothing, { 'color.png': Buffer.from('GIF89a') }), /color\.png is no PNG/],
    [
      'an outline without transparency',
      () => changed(nothing, { 'outline.png': picture('outline.png', 25, 2) }),
      /trans/,
    ],
    ['a scheme before a host', () => changed((it) => it.validDomains.push('https://zuid.nl')), /"https:.*" is no host/],
    ['a host for everybody', () => changed((it) => it.validDomains.push('*.nl')), /"\*\.nl" is no host/],
    [
      'a host of this machine',
      () => changed((it) => it.validDomains.push('localhost:53000')),
      /Nobody in Teams can reach/,
    ],
    ['a tab elsewhere', () => changed((it) => (it.validDomains = [])), /validDomains does not name/],
    [
      'a command twice',
      () => changed((it) => it.bots[0].commandLists[0].commands.push({ title: 'Vraag', description: 'x' })),
      /commandLists\[0\] has "vraag" twice/,
    ],
    [
      'a tab twice',
      () => changed((it) => it.staticTabs.push({ ...it.staticTabs[0], name: 'Ook' })),
      /staticTabs has "leermoment" twice/,
    ],
    [
      'two lists for one scope',
      () => changed((it) => it.bots[0].commandLists[1].scopes.push('personal')),
      /Two commandLists are for the scope "personal"/,
    ],
    [
      'a language twice',
      () => changed((it) => (it.localizationInfo.additionalLanguages[0].languageTag = 'nl')),
      /The language "nl" is named twice/,
    ],
    ['a language without its file', () => changed(nothing, { 'en.json': undefined }), /en\.json is not in the package/],
  ]
  for (const [what, found, expected] of cases)
    it(`is ${what}, with the remedy`, () => {
      assert.match(found().join('\n'), expected)
    })
})
