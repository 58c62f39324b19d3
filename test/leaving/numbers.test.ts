import assert from 'node:assert/strict'
import { libphonenumber } from '../../services/adapters/phone-numbers/libphonenumber.ts'
import { numbersIn, without } from '../../services/leaving/numbers.ts'

const phones = await libphonenumber()
const spotted = (text: string) => numbersIn(text, phones)
const masked = (text: string) => without(text, spotted(text))

const kinds = (text: string) => spotted(text).map(({ kind }) => kind)

describe('personal data in a text', () => {
  for (const bsn of ['111222333', '123456782', '1234.56.782', '123 456 782', '123-456-782', '10000008'])
    it(`sees a BSN in ${bsn}`, () => assert.deepEqual(kinds(`Het gaat om ${bsn}, klopt dat?`), ['bsn']))

  for (const other of [
    '123456789',
    '000000000',
    '2026-11-18',
    'zaak 20261118',
    '1234567',
    '12345678901',
    'NL123456782',
  ])
    it(`does not take ${other} for a BSN`, () => assert.deepEqual(kinds(`Het gaat om ${other}, klopt dat?`), []))

  const numbers = ['0612345678', '06-12345678', '06 12 34 56 78', '020 123 45 67', '(020) 1234567', '+31 6 12345678']
  for (const phone of [...numbers, '+31(0)612345678', '0031612345678', '+32 470 12 34 56'])
    it(`sees a phone number in ${phone}`, () => assert.deepEqual(kinds(`Bel ${phone}.`), ['phone']))

  for (const other of ['0612', 'artikel 2.10 lid 3', '€ 1.250.000', 'om 10.30 uur', '2026-11-18 09:00'])
    it(`does not take ${other} for a phone number`, () => assert.deepEqual(kinds(`Het is ${other}.`), []))

  it('sees an e-mail address', () => {
    assert.deepEqual(kinds('Mail j.de.vries+werk@voorbeeld.example gerust'), ['email'])
    assert.deepEqual(kinds('Ik stond @ het loket, prijs 3@4'), [])
  })

  it('leaves out each of them, and nothing else', () => {
    const text = 'Bel 06-12345678 of mail a@b.example; het BSN is 111222333. Dank je'
    assert.equal(masked(text), 'Bel […] of mail […]; het BSN is […]. Dank je')
    assert.equal(masked('Wie weet iets van parkeren?'), 'Wie weet iets van parkeren?')
  })

  it('finds nothing more in what it masked, whatever stood there', () => {
    for (const text of [
      'a@b.example0612345678',
      '111222333 0612345678',
      '06123456780612345678',
      'x@y.example@z.example',
    ])
      assert.deepEqual(kinds(masked(text)), [], text)
  })

  it('is done with a long text in no time', () => {
    for (const part of ['1', '0 ', '+', 'a@', 'a.', '(0']) assert.ok(masked(part.repeat(20_000)).length > 0)
  })
})
