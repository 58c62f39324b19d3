import type { World } from './world.ts'

/** Something that a caller asks of the store, and the one request of it that goes wrong. */
export interface Operation {
  name: string
  kind: string
  prepare?(world: World): Promise<unknown>
  /** What was given back is looked at here; what it left on the server is `to`. */
  run(world: World): Promise<unknown>
  from: string[]
  to: string[]
  /** Takes part in it more than one writer? Then it is not tried with faults for ever. */
  shared?: true
}
