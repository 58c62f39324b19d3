import { commonWords } from './common.ts'
import { dutchWordList } from './dutch.ts'

/** All lists that texts are read with. */
export async function wordLists() {
  const [dutch, nl, en] = await Promise.all([dutchWordList(), commonWords('nl'), commonWords('en')])
  return { dutch, common: { nl, en } }
}
