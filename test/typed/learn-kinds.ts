import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { examplesOf, learn, spokenExamples } from './learning.ts'

/** Where what was learnt lies. */
export const WEIGHTS = fileURLToPath(new URL('../../services/typed/learnt/weights.json', import.meta.url))

/** All that is learnt from. `third` is for measuring; `held-out`, `blind` and `second` were, until it was there. */
const LEARNT_FROM = ['train', 'tuned', 'held-out', 'blind', 'second'] as const
export const learnt = () => learn([...LEARNT_FROM.flatMap(examplesOf), ...spokenExamples()])

export const written = async () => `${JSON.stringify(await learnt(), undefined, 2)}\n`

if (import.meta.main) writeFileSync(WEIGHTS, await written())
