import assert from 'node:assert/strict'
import type { Sent } from '../../services/core/ports.ts'
import { idOf, JAN, openSurfaces, QUESTION, type Surfaces, TENANT, WEEK } from './office.ts'

/** What one person may do, before the question comes and after it. */
const ACTS: Record<
  string,
  { before?: (at: Surfaces) => Promise<unknown>; after?: (at: Surfaces) => Promise<unknown> }
> = {
  stops: { before: ({ say }) => say(JAN, 'stop') },
  pauses: { before: ({ say }) => say(JAN, 'pauze tot 1 december') },
  'asks for it': { before: ({ say }) => say(JAN, 'vraag') },
  'is not counted': { before: ({ say }) => say(JAN, 'tel mij niet mee') },
  answers: { after: ({ answers }) => answers(JAN) },
  'skips it': { after: ({ say }) => say(JAN, 'deze week niet') },
  'puts it off': { after: ({ say }) => say(JAN, 'later') },
  'writes a question': { after: ({ say }) => say(JAN, 'wie weet iets van vergunningen?') },
  'erases all': { after: ({ house }) => house.app.forget(TENANT, JAN) },
}

/** What the channel says when it does not reach this one person. */
const AWAY: Record<string, Sent> = {
  'blocked the bot': { kind: 'waiting', code: 'ConversationBlockedByUser' },
  'took the app away': { kind: 'waiting', code: 'BotNotInConversationRoster' },
  'never had the app': { kind: 'waiting' },
  'lost the conversation': { kind: 'rejected', code: 'ConversationNotFound' },
}

/** What an operator may type without changing whom a figure is about. The others are named in {@link BESIDE}. */
const TYPED = [
  ['doctor'],
  ['round', 'status'],
  ['round', 'status', '2026-W01'],
  ['policy', 'show'],
  ['pulse', 'count', '2026-H1'],
  ['pulse', 'publish', '--window', WEEK],
  ['sending', 'pilot', 'Stad/Zorg'],
  ['sending', 'pilot', 'all'],
  ['sending', 'sample', '2'],
  ['sending', 'stop'],
  ['sending', 'resume'],
  ['round', 'cancel'],
  ['round', 'resume'],
  ['round', 'start', '--prompt', QUESTION],
  ['roster', 'confirm'],
  ['knowledge', 'gaps'],
]
const BESIDE: Record<string, string> = {
  'roster import': 'about the roster alone: test/roster',
  'roster undo': 'about the roster alone: test/roster',
  'roster sync': 'is not there yet',
  'pulse team': 'names who notes, which an operator chooses',
  'policy set': 'about the rules',
  'policy agree': 'about the rules',
  'person forget': 'says whether somebody was ever known here, and nothing else',
  'key move': 'about the key, and nobody',
  dossier: 'about the rules and the settings',
  'knowledge import': 'about documents that the municipality brings: test/knowledge',
  'knowledge undo': 'about documents that the municipality brings: test/knowledge',
  'knowledge export': 'documents alone, and nothing that somebody shared: test/knowledge',
  'store copy': 'a person who copies the store holds all of it',
  'store backup': 'a person who copies the store holds all of it',
  'store restore': 'a person who copies the store holds all of it',
  eval: 'about texts in a folder',
  'simulate pulse': 'about people who were made up',
}

/** A week with this act of one person, and all that anybody was told of it: by the verbs, the addresses, the logs and figures. */
async function told(name?: string): Promise<string[]> {
  const away = name === undefined ? undefined : AWAY[name]
  const at = await openSurfaces((to) => (away && to === JAN ? away : { kind: 'accepted', message: 'm' }))
  const all: string[] = []
  const look = async () => {
    all.push(...(await at.looks()))
    for (const words of TYPED) all.push(await at.types(...words))
  }
  const act = name === undefined ? undefined : ACTS[name]
  await act?.before?.(at)
  all.push(...(await at.looks()))
  await at.house.until('2026-11-20T12:00Z')
  for (let place = 1; place < 70; place++) await at.answers(idOf(place))
  await act?.after?.(at)
  await look()
  // The weekly word of everybody comes in the night after the week.
  await at.house.until('2026-11-23T06:00Z')
  await look()
  all.push(...at.told())
  await at.close()
  return all
}

describe('what operators, HR, managers and the council are told of what people did (R16)', function () {
  this.timeout(240_000)
  let without: string[]
  before(async () => {
    without = await told()
  })

  for (const name of [...Object.keys(ACTS), ...Object.keys(AWAY)])
    it(`is the same to the last byte when somebody ${name}`, async () => assert.deepEqual(await told(name), without))

  it('has the word of everybody in it, the number planned for, and a sentence for each figure that is not there', () => {
    const all = without.join('\n')
    assert.match(all, /GET \/api\/hr\/prompts\/:prompt\/figures 200 .*"answered":"most"/)
    assert.match(all, /GET \/api\/admin\/round 200 .*"planned":84/)
    assert.match(all, /is not told here: it would tell of single people/)
    assert.match(all, /Teams admin centre\. Leermoment does not count who took it away/)
    // Seventy people kept these words to themselves: no verb, address, line of the log or figure has them.
    assert.doesNotMatch(all, /Wat ik leerde/)
  })

  it('is looked for by every verb: one that is new is typed here, or says why it is not', async () => {
    const at = await openSurfaces()
    await at.close()
    const typed = TYPED.map((words) => words.slice(0, words[0] === 'doctor' ? 1 : 2).join(' '))
    const unseen = at.verbs.filter((verb) => !typed.includes(verb) && !(verb in BESIDE))
    assert.deepEqual(unseen, [])
    for (const address of ['/api/admin/round', '/api/hr/prompts/:prompt/figures', '/api/council/steps'])
      assert.ok(
        at.addresses.some(({ path }) => path === address),
        address,
      )
  })
})
