import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'mocha'
import { commands } from '../../cards/kit/commands.ts'
import { problems } from '../../manifest/schema.ts'
import { COMMANDS } from '../../services/insertion/schema.ts'

const read = (file: string) => JSON.parse(readFileSync(new URL(`../../manifest/${file}`, import.meta.url), 'utf8'))

const manifest = read('manifest.json')
const english: Record<string, string> = read('en.json')
const version: string = manifest.manifestVersion
const SITE = 'https://www.zuid.nl/'
const filled = {
  ...manifest,
  version: '1.2.3',
  id: '12345678-1234-4234-8234-123456789abc',
  developer: { ...manifest.developer, websiteUrl: SITE, privacyUrl: SITE, termsOfUseUrl: SITE },
  bots: [{ ...manifest.bots[0], botId: '12345678-1234-4234-8234-123456789abc' }],
  composeExtensions: [{ ...manifest.composeExtensions[0], botId: '12345678-1234-4234-8234-123456789abc' }],
}

describe('the manifest', () => {
  it('is valid for the schema of its own version', () => {
    assert.deepEqual(problems('MicrosoftTeams', version, filled), [])
    assert.ok(manifest.$schema.includes(`/v${version}/`))
  })

  it('is refused with its placeholders still in it', () => {
    assert.match(problems('MicrosoftTeams', version, manifest).join(), /\/id must match pattern/)
  })

  const broken: [string, object, RegExp][] = [
    ['an unknown property', { colour: '#0B7A75' }, /must NOT have additional properties/],
    ['a short description of 81 characters', { description: { short: 'x'.repeat(81), full: 'y' } }, /more than 80/],
    ['no icons', { icons: undefined }, /required property 'icons'/],
    ['a bot in a scope that does not exist', { bots: [{ ...filled.bots[0], scopes: ['planet'] }] }, /allowed values/],
  ]
  for (const [what, change, expected] of broken) {
    it(`would be refused with ${what}`, () => {
      const found = problems('MicrosoftTeams', version, JSON.parse(JSON.stringify({ ...filled, ...change })))
      assert.match(found.join('; '), expected)
    })
  }

  it('is a bot for one person, a group chat and a team, and asks for nothing else', () => {
    assert.deepEqual(manifest.bots[0].scopes, ['personal', 'team', 'groupChat'])
    assert.deepEqual(manifest.validDomains, [])
    for (const absent of ['staticTabs', 'configurableTabs', 'webApplicationInfo', 'authorization'])
      assert.equal(manifest[absent], undefined)
  })
})

describe('the English file beside the Dutch manifest', () => {
  it('is valid for its own schema, and would not be with an unknown key', () => {
    assert.deepEqual(problems('MicrosoftTeams.Localization', version, english), [])
    assert.notDeepEqual(problems('MicrosoftTeams.Localization', version, { ...english, 'name.tiny': 'L' }), [])
  })

  it('says every text that a person reads', () => {
    const { name, description, bots, composeExtensions } = manifest
    const said = (one: object, at: string) =>
      ['title', 'description'].filter((key) => key in one).map((key) => `${at}.${key}`)
    const expected = [
      ...Object.keys(name).map((key) => `name.${key}`),
      ...Object.keys(description).map((key) => `description.${key}`),
      ...bots[0].commandLists.flatMap(({ commands }: { commands: unknown[] }, list: number) =>
        commands.flatMap((_, at) =>
          ['title', 'description'].map((key) => `bots[0].commandLists[${list}].commands[${at}].${key}`),
        ),
      ),
      ...composeExtensions[0].commands.flatMap((command: { parameters?: object[] }, at: number) => {
        const path = `composeExtensions[0].commands[${at}]`
        const { parameters = [] } = command
        return [...said(command, path), ...parameters.flatMap((one, nth) => said(one, `${path}.parameters[${nth}]`))]
      }),
    ]
    assert.deepEqual(
      Object.keys(english)
        .filter((key) => key !== '$schema')
        .sort(),
      expected.sort(),
    )
  })

  it('names the same commands in the same order, and the bot knows each by both its names', () => {
    const [list] = manifest.bots[0].commandLists
    const pairs = list.commands.map(({ title }: { title: string }, at: number) => [
      title,
      english[`bots[0].commandLists[0].commands[${at}].title`],
    ])
    const { question, running, moments, intentions, asks, knowledgeBank, data, help } = commands
    assert.deepEqual(
      pairs,
      [question, running, moments, intentions, asks, knowledgeBank, data, help].map(({ nl, en }) => [nl[0], en[0]]),
    )
  })
})

describe('a channel or a group chat in the manifest', () => {
  it('may ask the bot unseen by others, by a mention and by a slash, and is of no special kind', () => {
    const [, list] = manifest.bots[0].commandLists
    assert.deepEqual(
      [list.scopes, list.triggers],
      [
        ['team', 'groupChat'],
        ['mention', 'slash'],
      ],
    )
    assert.equal(manifest.bots[0].supportsTargetedMessages, true)
    assert.equal(manifest.supportedChannelTypes, undefined)
  })
})

describe('the message extension in the manifest', () => {
  const commandsIn: { id: string; type: string; context: string[]; fetchTask?: boolean }[] =
    manifest.composeExtensions[0].commands

  it('has one search for any chat, and the actions on a message that the bot knows', () => {
    const [search, ...actions] = commandsIn
    assert.deepEqual([search?.type, search?.context], ['query', ['compose', 'commandBox']])
    assert.deepEqual(
      actions.map(({ id }) => id),
      Object.keys(COMMANDS),
    )
    for (const { type, context, fetchTask } of actions)
      assert.deepEqual([type, context, fetchTask], ['action', ['message'], true])
  })
})

describe('what the manifest says to people', () => {
  const sentences = (text: string) => text.split(/(?<=[.?!:])\s+/)
  const words = (sentence: string) => sentence.split(/\s+/).filter(Boolean).length

  for (const [language, text] of [
    ['Dutch', manifest.description],
    ['English', { short: english['description.short'], full: english['description.full'] }],
  ]) {
    it(`keeps to 15 words a sentence in ${language}`, () => {
      for (const sentence of [...sentences(text.short), ...sentences(text.full)])
        assert.ok(words(sentence) <= 15, `${words(sentence)} words: ${sentence}`)
    })
  }
})
