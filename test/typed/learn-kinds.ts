import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { examplesOf, learn, spokenExamples } from './learning.ts'

/** Where what was learnt lies. */
export const WEIGHTS = fileURLToPath(new URL('../../services/typed/weights.json', import.meta.url))

/** All that is learnt from. The held-out and blind halves are for measuring. */
export const learnt = () => learn([...examplesOf('train'), ...examplesOf('tuned'), ...spokenExamples()])

export const written = async () => `${JSON.stringify(await learnt(), undefined, 2)}\n`

if (import.meta.main) writeFileSync(WEIGHTS, await written())
