import assert from 'node:assert/strict'
import type { ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPlayground } from '../../bot/demo/chat-window.ts'
import { KEY, openServer } from '../store/cosmos/server.ts'
import { type Between, balancer, faultyLine } from './between.ts'
import { closed, type Demo, freePort, service } from './demo.ts'

/** One in ten requests to the store fails, before or after it was done. */
const SHARE = 0.1
const SEED = 20261123

/**
 * Two processes on one Cosmos-compatible server, behind a balancer that gives each the other message, over a line to
 * the store that fails one time in ten.
 */
export async function twoOnCosmos(): Promise<Demo & { killOne(): Promise<void>; line: Between }> {
  const folder = await mkdtemp(join(tmpdir(), 'leermoment-two-'))
  const cosmos = await openServer()
  const line = await faultyLine(cosmos.endpoint, SHARE, SEED)
  const store = { LEERMOMENT_STORE: 'cosmos', COSMOS_ENDPOINT: line.url, COSMOS_KEY: KEY }
  const ports = [await freePort(), await freePort()]
  const two = ports.map((port) => service({ ...store, PORT: String(port), PLAYGROUND_PORT: 'none' }))
  const balanced = await balancer(ports.map((port) => `http://127.0.0.1:${port}`))
  const chat = await freePort()
  let playground: ChildProcess | undefined

  const kill = async () => {
    for (const one of two) await one.kill()
    playground?.kill('SIGKILL')
    await closed(chat)
  }
  return {
    chat: `http://127.0.0.1:${chat}/`,
    service: balanced.url,
    line,
    async start() {
      for (const one of two) await one.start()
      playground = await openPlayground(`${balanced.url}/api/messages`, String(chat), folder)
    },
    kill,
    async killOne() {
      assert.ok(two[0])
      await two[0].kill()
    },
    remove: async () => {
      await kill()
      await Promise.all([balanced.close(), line.close(), cosmos.close()])
      await rm(folder, { recursive: true, force: true })
    },
    log: () => two.map(({ log }) => log()).join(''),
  }
}
