import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tenantOfPlayground } from '../../bot/demo/chat-window.ts'
import type { Chat } from './chat.ts'
import { demo } from './demo.ts'
import { demoInBrowser } from './in-browser.ts'

const KEPT = 20
const ROLES = 5
/** She is below the cut. */
const KARIN = 'Karin de Wit'
const WORDS = 'Ik belde eerst de bewoner.'

describe('a roster that was cut off, in a browser', function () {
  this.timeout(240_000)
  const inBrowser = demoInBrowser(demo)
  let chat: Chat
  let tenant: string
  let cut: string
  let leavers: string

  before(async () => {
    chat = await inBrowser.chat()
    tenant = await tenantOfPlayground()
    const file = await readFile(new URL('../../demo/roster.csv', import.meta.url), 'utf8')
    const [headings = '', ...rows] = file.trim().split('\n')
    // Who has a role stays: a roster without HR or an administrator is refused whatever the operator says.
    const kept = rows.filter((row, place) => place < KEPT || row.split(',')[ROLES] !== '')
    assert.ok(!kept.some((row) => row.includes(KARIN)))
    leavers = String(rows.length - kept.length)
    cut = join(inBrowser.demo().folder, 'cut.csv')
    await writeFile(cut, [headings, ...kept].join('\n'))
  })

  const leermoment = (...words: string[]) => inBrowser.demo().leermoment(...words, '--tenant', tenant)

  async function become(name: string) {
    await chat.say(`demo als ${name}`)
    await chat.card(`Je bent nu ${name}`)
  }

  it('is refused with the number of people who would go, and nothing changes', async () => {
    await become(KARIN)
    await chat.say('vraag')
    await chat.card('Vraag van de week')
    await chat.fill('Jouw antwoord', WORDS)
    await chat.press('Bewaar')
    await chat.card('Bewaard. Alleen jij kunt dit lezen.')
    const refused = await leermoment('roster', 'import', cut)
    assert.equal(refused.code, 1)
    assert.ok(refused.err.includes(`--leavers ${leavers}`), refused.err)
    await chat.say('mijn momenten')
    await chat.card(WORDS)
  })

  it('is imported when the operator says that number, and taken back by undo: what people wrote is still theirs', async () => {
    const imported = await leermoment('roster', 'import', cut, '--leavers', leavers)
    assert.equal(imported.code, 0, imported.err)
    await chat.say('mijn momenten')
    // Somebody who is on no roster is spoken to in the language of their client.
    await chat.card(/Ik ken je nog niet|I do not know you yet/)
    const undone = await leermoment('roster', 'undo')
    assert.equal(undone.code, 0, undone.err)
    assert.ok(undone.out.includes(leavers), undone.out)
    const shown = await chat.page.locator('.ac-adaptiveCard').filter({ hasText: WORDS }).count()
    await chat.say('mijn momenten')
    await chat.page.locator('.ac-adaptiveCard').filter({ hasText: WORDS }).nth(shown).waitFor()
  })
})
