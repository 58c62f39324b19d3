import type { Someone } from '../someone.ts'

/** Something that one person does, from the first word to what it leads to. There may be nothing to do. */
export type Story = (one: Someone) => Promise<void>
