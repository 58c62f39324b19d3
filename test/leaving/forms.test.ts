import assert from 'node:assert/strict'
import { type Dice, dice } from '../../bench/dice.ts'
import { libphonenumber } from '../../services/adapters/phone-numbers/libphonenumber.ts'
import { leavingCheck } from '../../services/leaving/check.ts'
import { asksOf } from '../ask/town.ts'
import { House, TENANT } from '../house.ts'

const digits = ({ below }: Dice, many: number) => Array.from({ length: many }, () => below(10)).join('')

const GAPS = ['', ' ', '-', '‐', '‑', '‒', '–', '—', '−', '/', '.', '·', '_', '\u00a0', '\u2009', '\u202f']
const WIDE = [' - ', ' – ', ' / ', ' . ', '  ', ' — ', '- ', ' -']

/** Somebody writes a number of nine digits with what they like between them, and the code of the country or not. */
function phoneForm(cast: Dice): string {
  const { below, pick: one } = cast
  const area = one(['6', '20', '10', '318', '343', '70', '40', '182', '23', '591'])
  const rest = digits(cast, 9 - area.length)
  const gap = one([...GAPS, ...WIDE])
  const parts = [...rest].map((digit) => (below(3) === 0 ? one([gap, '']) : '') + digit).join('')
  const code = one(['0', '0', '(0', '+31', '0031', '+31 (0)', '0031-0', '+31(0)', '+31-', '00 31 ', '31 ', '+ 31 '])
  if (code === '(0') return `(0${area})${one([gap, ''])}${parts}`
  // Without a plus the code of the country tells of a mobile number alone.
  const own = code === '31 ' && area !== '6' ? '+31 ' : code
  return `${own}${area}${one([gap, ''])}${parts}`
}

const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1]
const passes = (digits: string) =>
  [...digits].reduce((sum, digit, at) => sum + Number(digit) * (WEIGHTS[at] ?? 0), 0) % 11 === 0

function bsnForm(cast: Dice): string {
  const { below, pick: one } = cast
  let bsn = ''
  do bsn = `${1 + below(9)}${digits(cast, 8)}`
  while (!passes(bsn))
  const gap = one([...GAPS, ' - ', ' – ', '. '])
  const cuts = one([[3, 6], [4, 6], [2, 4, 6], [1, 5], [], [3, 5, 7]])
  const written = [...bsn].map((digit, at) => (cuts.includes(at) ? gap : '') + digit).join('')
  return `${one(['', '', 'BSN', 'bsn ', 'BSN: ', 'bsn-nummer ', 'burgerservicenummer '])}${written}`
}

const AROUND = [
  'Bel %s even',
  '%s',
  'het gaat om (%s), klopt dat',
  'zie:%s.',
  'nummer %s, of niet?',
  'mevrouw gaf %s door',
]

/** The check where no word is a name, so that what it sees is a number. */
async function checkOfNumbers() {
  const phones = await libphonenumber()
  return leavingCheck(async () => ({ isOnRoster: () => false, isFamiliar: () => true, isWord: () => true, phones }))
}

describe('leaving: numbers in every spelling', () => {
  it('lets through 0 of 10,000 generated forms: any dash, slash, space or point, with or without the code of the country', async () => {
    const check = await checkOfNumbers()
    const cast = dice(20261130)
    const through: string[] = []
    for (let time = 0; time < 10_000; time++) {
      const form = time % 2 === 0 ? phoneForm(cast) : bsnForm(cast)
      const { text, leftOut } = await check(TENANT, cast.pick(AROUND).replace('%s', form))
      const left = text.replace(/\D/g, '').length
      if (left >= 4 || leftOut.length === 0) through.push(`${form} -> ${text}`)
    }
    assert.deepEqual(through.slice(0, 20), [], `${through.length} got through`)
  })

  const FORMS = [
    '06 - 12345678',
    '06 – 12345678',
    '06–12345678',
    '06‑12345678',
    '0318 - 12 34 56',
    '+31 (0)6 - 12345678',
    '06/12345678',
    'BSN123456782',
    '1234–56–782',
    'j.pietersen @ gmail.example',
    '06-12345678',
    '(0318) 12 34 56',
    '0031612345678',
    '1234.56.782',
    '123 456 782',
    'NL91 ABNA 0417 1643 00',
    'NL91ABNA0417164300',
    'geb. 12-03-1951',
  ]

  it('case 58b: none of these reaches a colleague by a question', async () => {
    const house = await House.open()
    for (const [at, form] of FORMS.entries())
      await house.say('sanne', `wie weet iets van vergunningen, nummer ${'i'.repeat(at + 1)}: ${form}?`)
    const kept = (await asksOf(house, 'sanne')).map(({ question }) => question)
    assert.equal(kept.length, FORMS.length)
    for (const question of kept) assert.doesNotMatch(question, /\d{3}|ABNA|gmail/, question)
  })

  it('case 58: a date of birth is called that, and never a BSN', async () => {
    const check = await checkOfNumbers()
    const { signs, text } = await check(TENANT, 'geb. 12-03-1951')
    assert.deepEqual([signs.map(({ kind }) => kind), text], [['birth'], 'geb. […]'])
  })
})
