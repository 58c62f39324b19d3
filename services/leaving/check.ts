import { type Checked, isLeftOut, type LeavingCheck, type LeftOut, type Sign } from '../core/text/signs.ts'
import { without } from './numbers.ts'
import { type Surroundings, signsIn } from './signs-in.ts'

/** What is left out may bring two halves of something together: looked at again so often. */
const LOOKS = 3

/** The one check for words that leave somebody's own partition. */
export function leavingCheck(around: (tenant: string) => Promise<Surroundings>): LeavingCheck {
  return async (tenant, written) => {
    const known = await around(tenant)
    const leftOut = new Set<LeftOut>()
    const signs = signsIn(written, known)
    let text = written
    let now: readonly Sign[] = signs
    for (let look = 0; look < LOOKS; look++) {
      const out = now.filter(({ kind }) => isLeftOut(kind))
      if (out.length === 0) break
      for (const { kind } of out) if (isLeftOut(kind)) leftOut.add(kind)
      text = without(text, out)
      now = signsIn(text, known)
    }
    return { signs, text, leftOut: [...leftOut], pointing: pointingIn(text, now) }
  }
}

const pointingIn = (text: string, signs: readonly Sign[]): Checked['pointing'] =>
  signs.filter(({ kind }) => !isLeftOut(kind)).map(({ kind, from, to }) => ({ kind, words: text.slice(from, to) }))
