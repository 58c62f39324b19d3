import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { openChat } from '../field-cases/activities.ts'
import { BOT, message, TENANT } from './channel.ts'

const WEDNESDAY = '2026-11-18T09:00Z'
const QUESTION = 'wie weet iets van een briefadres?'
const SECRET = 'briefadres'

/** What Teams calls a conversation of each scope that the manifest can name for a bot. */
const PLACES: Record<string, Record<string, unknown>> = {
  personal: { id: 'a:sanne', conversationType: 'personal', tenantId: TENANT },
  team: { id: '19:kanaal@thread.tacv2;messageid=1', conversationType: 'channel', isGroup: true, tenantId: TENANT },
  groupChat: { id: '19:groep@thread.v2', conversationType: 'groupChat', isGroup: true, tenantId: TENANT },
}

const manifest = JSON.parse(readFileSync(new URL('../../manifest/manifest.json', import.meta.url), 'utf8'))
const scopes: string[] = manifest.bots[0].scopes

describe('edge: asked where others read along', () => {
  it('is promised by the manifest for a team and a group chat', () => {
    assert.deepEqual(scopes, ['personal', 'team', 'groupChat'])
  })

  for (const scope of scopes.filter((one) => one !== 'personal'))
    it(`${scope}: @Leermoment wie weet ... is answered there without a word of it, and in the own chat`, async () => {
      const chat = await openChat(WEDNESDAY)
      await chat.does(message({ type: 'installationUpdate', action: 'add', text: undefined }))
      await chat.house.app.rosterChanged(TENANT)
      await chat.house.settle()
      const before = chat.seen.length
      const { status } = await chat.typed(`<at>Leermoment</at> ${QUESTION}`, {
        conversation: PLACES[scope] ?? assert.fail(scope),
        entities: [{ type: 'mention', mentioned: { id: BOT, name: 'Leermoment' }, text: '<at>Leermoment</at>' }],
      })
      assert.equal(status, 200)
      const [there, own, ...more] = chat.seen.slice(before)
      assert.match(there?.words ?? '', /Ik stuur je in onze eigen chat wat ik vind/)
      assert.doesNotMatch(there?.words ?? '', new RegExp(SECRET))
      assert.ok(own?.words.includes(QUESTION), own?.words)
      assert.deepEqual(more, [])
      await chat.typed('mijn vragen')
      assert.match(chat.last(), new RegExp(SECRET))
      await chat.close()
    })
})
