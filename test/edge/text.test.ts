import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { clean } from '../../services/core/text/clean.ts'

describe('what a person wrote, made safe', () => {
  for (const [name, text, safe] of [
    ['stays as it is', 'Ik belde éérst de moeder 🙂', 'Ik belde éérst de moeder 🙂'],
    ['is trimmed, at each line end too', '  een  \n twee\t\n', 'een\n twee'],
    ['case 30: loses overrides of direction', 'a\u202Eevil\u202C \u2066b\u2069', 'aevil b'],
    ['case 30: loses what has no width', 'par\u200Bke\u200Cren\uFEFF\u00AD\u2060', 'parkeren'],
    ['case 30: loses tags that nobody sees', `hoi${String.fromCodePoint(0xe0041, 0xe0042)}`, 'hoi'],
    ['case 30: is composed', 'e\u0301e\u0301n', 'één'],
    ['case 32: has at most one empty line', 'ja\n\n\n\n \n\t\nLeermoment: klik hier', 'ja\n\nLeermoment: klik hier'],
    ['case 32: has one kind of line end', 'a\r\nb\rc\u2028d\u2029e\u0085f', 'a\nb\nc\nd\ne\nf'],
    ['loses control characters', 'a\u0000b\u0007c\u001B[31m\u009Bd\tx', 'abc[31md x'],
    ['loses halves of characters', 'a\uD83Db', 'a\uFFFDb'],
    ['keeps a family of emoji together', '👨‍👩‍👧 ❤️‍🔥 👩🏽‍⚕️', '👨‍👩‍👧 ❤️‍🔥 👩🏽‍⚕️'],
    ['loses joiners elsewhere', 'a\u200Db 🙂\u200D', 'ab 🙂'],
    ['case 28: keeps a link as the letters it is', '[klik](https://evil)', '[klik](https://evil)'],
    ['may be nothing', '\u200B \n\n ', ''],
  ] as const)
    it(name, () => {
      assert.equal(clean(text), safe)
      assert.equal(clean(clean(text)), safe)
    })

  it('takes a long text of one sign in one go', () => {
    for (const sign of [' ', '\n', '\u200D', '\u0301', '\t ']) assert.ok(clean(`a${sign.repeat(100_000)}b`).length > 1)
  })
})
