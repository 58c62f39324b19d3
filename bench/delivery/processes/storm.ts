import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Child, startChild } from '../../inbound/child.ts'
import { type Life, told } from './given.ts'
import type { Place } from './place.ts'

export interface Storm {
  program: string
  life: Life
  /** How many processes there are. */
  processes: number
  /** How long after sending began, or went on, the one that sends is killed with -9 and started again; or nobody is. */
  killEveryMs?: number
  /** After so many kills the others are left alone, so that a slow machine comes to an end too. */
  mostKills?: number
  /** How long the processes live at most. */
  patienceMs: number
  env?: Record<string, string>
}

const NEVER = Number.POSITIVE_INFINITY
const LOOK_MS = 250
/** After this nobody is sending any more. */
const QUIET_MS = 1_000
/** Where the service keeps what it compiled: a second start is sooner. */
const CACHE = join(tmpdir(), 'node-compile-cache')

/**
 * Processes of which the one that sends is killed again and again, until there is nothing left to do or their time has
 * passed. Each time sending goes on for a while first, so that a kill interrupts something. All are killed in the end.
 * @returns when all of them were there, and how many kills there were
 */
export async function storm(
  place: Place,
  { program, life, processes, killEveryMs = NEVER, mostKills = NEVER, patienceMs, env = {} }: Storm,
  isOver: () => Promise<boolean>,
): Promise<{ began: number; kills: number }> {
  const start = (name: string) =>
    startChild(program, { NODE_COMPILE_CACHE: CACHE, ...place.env, ...env, ...told(life, name) })
  const names = Array.from({ length: processes }, (_, nth) => `process-${nth}`)
  const alive = new Map<string, Child>()
  await Promise.all(names.map(async (name) => alive.set(name, await start(name))))
  const began = Date.now()
  let kills = 0
  const ends = Date.now() + patienceMs
  try {
    for (let next = Date.now() + killEveryMs; !(await isOver()) && Date.now() < ends; await wait(LOOK_MS)) {
      const last = place.sent.at(-1)
      const isSending = last !== undefined && last.at >= Date.now() - QUIET_MS
      if (!isSending) next = Date.now() + killEveryMs
      if (!isSending || Date.now() < next || kills >= mostKills) continue
      await alive.get(last.process)?.kill()
      kills++
      next = Date.now() + killEveryMs
      alive.set(last.process, await start(last.process))
    }
  } finally {
    await Promise.all([...alive.values()].map((child) => child.kill()))
  }
  return { began, kills }
}
