import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { analysis } from '../../bot/texts.ts'
import { embeddingEndpoint } from '../../services/adapters/embedding/endpoint.ts'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { knowledge } from '../../services/knowledge/knowledge.ts'

const TENANT = 'gemeente'
const PATIENCE = 300

/** An endpoint over real HTTP to which everything that speaks of water means the same; `mood` is what it does. */
async function endpoint() {
  const asked: { texts: string[]; authorization: string | undefined }[] = []
  const state = { mood: 'well' as 'well' | 'silent' | 'failing' | 'babbling' }
  const vectorOf = (text: string) => (/water|nat/.test(text) ? [1, 0] : /regen/.test(text) ? [1, 0.3] : [0.1, 1])
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const { input } = JSON.parse(body) as { input: string[] }
    asked.push({ texts: input, authorization: request.headers.authorization })
    if (state.mood === 'silent') return
    response.writeHead(state.mood === 'failing' ? 503 : 200, { 'content-type': 'application/json' })
    const data = input.map((text, index) => ({ index, embedding: vectorOf(text) }))
    response.end(state.mood === 'babbling' ? '{"data":[{}]}' : JSON.stringify({ data }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  }
  return { url: `http://127.0.0.1:${port}/v1/embeddings`, asked, state, close }
}

describe('knowledge: an endpoint of the municipality for what texts mean', () => {
  let fake: Awaited<ReturnType<typeof endpoint>>
  const logged: unknown[] = []
  const log = { info: () => {}, error: (...line: unknown[]) => void logged.push(line) }
  const clock = { now: () => new Date('2026-11-18T10:00:00.000Z') }

  beforeEach(async () => {
    fake = await endpoint()
    logged.length = 0
  })
  afterEach(() => fake.close())

  /** Three shared something with the same word of the question, the shortest text is Anna's; `with` says whether the endpoint is used. */
  async function bank(isUsed: boolean) {
    const store = memoryStore({ clock, random: systemRandom })
    const embedding = embeddingEndpoint({ url: fake.url, key: 'geheim', patience: PATIENCE }, log)
    const kept = knowledge({ store, clock, random: systemRandom, analysis, ...(isUsed && { embedding }) })
    const shares = (author: string, text: string) =>
      kept.share({
        tenant: TENANT,
        id: author,
        kind: 'moment',
        author,
        language: 'nl',
        text,
        at: clock.now().toISOString(),
      })
    await shares('anna', 'een kelder')
    await shares('dirk', 'een kelder met nat hout')
    await shares('bram', 'een kelder vol regen en wat je dan het beste als eerste doet')
    const ask = async () =>
      (await kept.searchOthers(TENANT, 'carla', 'water in de kelder', 'nl', 2)).map(({ author }) => author)
    await ask()
    for (let turn = 0; turn < 20 && isUsed; turn++) await ask()
    return { kept, ask }
  }

  it('is not asked while it is off', async () => {
    const { ask } = await bank(false)
    assert.deepEqual(await ask(), ['anna', 'dirk'])
    assert.deepEqual(fake.asked, [])
  })

  it('puts in order what words found, with the key that was set', async () => {
    const { ask } = await bank(true)
    assert.deepEqual(await ask(), ['dirk', 'anna'])
    assert.ok(fake.asked.some(({ texts }) => texts.includes('water in de kelder')))
    assert.ok(fake.asked.every(({ authorization }) => authorization === 'Bearer geheim'))
  })

  it('never sees a moment for which somebody gets a colleague’s in return', async () => {
    const { kept } = await bank(true)
    assert.equal((await kept.searchOthers(TENANT, 'carla', 'mijn eigen kelder', 'nl', 1, 'atHand')).length, 1)
    assert.doesNotMatch(JSON.stringify(fake.asked), /mijn eigen/)
  })

  for (const mood of ['silent', 'failing', 'babbling'] as const) {
    it(`leaves words alone to decide when it is ${mood}, and logs no text`, async () => {
      const { ask } = await bank(true)
      fake.state.mood = mood
      assert.deepEqual(await ask(), ['anna', 'dirk'])
      assert.ok(logged.length > 0)
      assert.doesNotMatch(JSON.stringify(logged), /kelder|geheim/)
    })
  }
})
