import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { DISTRESS_FIELDS } from '../../services/typed/fields/distress-fields.ts'
import { createFieldCounts } from '../../services/typed/fields/field-counts.ts'
import { OUTCOME_FIELDS } from '../../services/typed/fields/outcome-fields.ts'
import { RUNNING_FIELDS } from '../../services/typed/fields/running-fields.ts'
import { STOP_FIELDS } from '../../services/typed/fields/stop-fields.ts'
import { countOf, field, wholeWords } from '../../services/typed/fields/weigh.ts'
import { WHOSE_FIELDS } from '../../services/typed/fields/whose-fields.ts'
import { typedText } from '../../services/typed/grammar/clauses.ts'
import { rowsOf } from './sets.ts'

const FIELDS = [DISTRESS_FIELDS, WHOSE_FIELDS, OUTCOME_FIELDS, STOP_FIELDS, RUNNING_FIELDS].flatMap((fields) =>
  Object.values(fields),
)
const SETS = readdirSync(new URL('sets/', import.meta.url)).filter((name) => name.endsWith('.tsv'))

describe('typed texts: the fields of words of a text', () => {
  const assertAlike = (fields: readonly RegExp[], texts: readonly string[]) => {
    const count = createFieldCounts(fields)
    for (const text of texts)
      assert.deepEqual(
        count(text),
        fields.map((one) => countOf(one, text)),
        text,
      )
  }

  it('are the same counted together as each by itself, in every third text of the sets', () => {
    const rows = SETS.flatMap((name) => rowsOf(`sets/${name}`)).filter((_, at) => at % 3 === 0)
    const texts = rows.map(([one = '', other]) => other ?? one)
    assertAlike(
      FIELDS,
      texts.map((text) => typedText(text).plain),
    )
  }).timeout(60_000)

  it('are the same in what the fields themselves are written of', () => {
    const pieces = FIELDS.flatMap(({ source }) => source.match(/[\p{L}' ]+/gu) ?? [])
    assertAlike(FIELDS, pieces)
    assertAlike(
      FIELDS,
      pieces.map((piece, at) => `${piece} ${pieces[at + 1] ?? ''}, ${piece}`),
    )
  }).timeout(60_000)

  it('are found whatever the words of a field begin with', () => {
    const fields = [
      field(String.raw`(?:al )?gezien · (?:a|be)bc? · [xy]z · \p{L}+loos · op(?![\p{L}]) · é+n · a\.i`),
      wholeWords(`'k · ik (?:en (?:hij|zij)|niet)? · o`),
      /(?<!\p{L})(?:ik|wij) ben|word ik/gu,
      /(?<!\p{L})(?:ik)(?!\p{L})/u,
    ]
    const words = ['gezien', 'al gezien', 'ab', 'abc', 'beb', 'xz', 'yz', 'zinloos', 'op', 'één', 'eén', 'éen', 'a.i']
    const others = ["'k", 'ik ', 'ik en zij', 'ik niet', 'o', 'word ik', 'zoword ik', 'wij ben', 'opa', '', '(ik)']
    const all = [...words, ...others]
    assertAlike(
      fields,
      all.flatMap((one) => [one, `x ${one}`, `${one}-${one}`, ...all.map((other) => `${one} ${other}`)]),
    )
  })
})
