import assert from 'node:assert/strict'
import { type ZodError, type ZodObject, z } from 'zod'
import { AGAIN, AgainInput } from '../../bot/dispatch/again.ts'
import { reader } from '../../bot/texts.ts'
import type { Feature } from '../../bot/turn.ts'
import { offerWords } from '../../cards/ask/offer-words.ts'
import { noticeWords } from '../../cards/draft/words.ts'
import { type Action, type Card, card, field } from '../../cards/kit/card.ts'
import { commonWords } from '../../cards/kit/common-words.ts'
import { pressesOf } from '../../cards/kit/presses.ts'
import { reflectionWords } from '../../cards/reflection/question-words.ts'
import { savedCard } from '../../cards/reflection/saved.ts'
import { withStop } from '../../cards/typed/pointer.ts'
import type { Language } from '../../services/core/ports.ts'
import { House } from '../house.ts'
import { gallery, LANGUAGES } from './gallery.ts'
import { waysToFill } from './inputs.ts'
import { ourLines } from './reading.ts'
import { commandFor, typedOf } from './typed.ts'

const FREE = LANGUAGES.flatMap((language) => Object.values(commonWords(language).free))

/** The press that no feature has. */
const DISPATCHS_OWN = { [AGAIN]: { input: AgainInput } }

/** The typed words of a card that lead nowhere. */
async function deaf(features: Feature[], card: Card): Promise<string[]> {
  const found = typedOf(card).map(async ({ action, typed }) =>
    typed !== '' && (FREE.includes(typed) || (await commandFor(features, typed)))
      ? []
      : [`${action.title}: "${typed}"`],
  )
  return (await Promise.all(found)).flat()
}

/** The presses of a card that the house would refuse, for what they send. */
function refused(features: Feature[], card: Card): string[] {
  const pressed = [DISPATCHS_OWN, ...features.map(({ pressed }) => pressed)]
  const presses: Record<string, { input: ZodObject }> = Object.assign({}, ...pressed)
  const sends = ({ verb, data, associatedInputs }: Action): string[] => {
    const press = presses[verb]
    if (!press) return [`${verb} is unknown`]
    // What a button brings along by itself is read; what an older client adds of the other fields is dropped.
    const ways = associatedInputs === 'none' ? [{}] : waysToFill(card)
    const all = z.strictObject(press.input.shape)
    const faults = ways.flatMap((way) => faultsIn(all.safeParse({ ...data, ...way }).error))
    return [...new Set(faults)].map((fault) => `${verb}: ${fault}`)
  }
  return pressesOf(card).flatMap(sends)
}

/** Our own lines, and those that go out without a card. What the Playground adds is no part of this house. */
const linesToRead = (language: Language): string[] => {
  const reflection = reflectionWords(language)
  const offer = offerWords(language)
  const notice = noticeWords(language)
  const calm = gallery(language).filter(({ cast }) => cast.kind === 'calm')
  const lines = calm.flatMap(({ card, cast }) => ourLines(card, cast)).map(({ words }) => words)
  return [...new Set(lines), reflection.reminder, offer.reminder, offer.answerReminder, notice.reminder]
}

/** The commands in a text: bold ones, and what follows a colon. */
const toldToType = (lines: string[]): string[] =>
  lines
    .flatMap((line) => [...line.matchAll(/\*\*(.+?)\*\*|\bType?: ([^.]+)/g)])
    .map(([, bold, plain]) => bold ?? plain ?? '')
    .filter((command) => !command.startsWith('demo '))

const faultsIn = (error?: ZodError) => error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? []

describe('cards: the buttons', () => {
  let features: Feature[]
  before(async () => {
    features = (await House.open()).app.features
  })

  for (const language of LANGUAGES) {
    it(`each has a typed command that is understood (${language})`, async () => {
      const problems: string[] = []
      for (const { name, card } of gallery(language)) {
        problems.push(...(await deaf(features, card)).map((what) => `${name}: ${what}`))
      }
      assert.deepEqual(problems, [])
    })

    it(`each sends what the house takes (${language})`, () => {
      const problems = gallery(language).flatMap(({ name, card }) =>
        refused(features, card).map((what) => `${name}: ${what}`),
      )
      assert.deepEqual(problems, [])
    })
  }

  it('a press and its typed words stand in the same place, in rows and buttons, also in a button that comes after', () => {
    const saved = savedCard({
      language: 'nl',
      moment: { id: 'm1', sharing: 'self' },
      late: false,
      asked: { list: 'needs', ticked: [] },
    })
    assert.deepEqual(
      typedOf(withStop(saved, 'nl')).map(({ action, typed }) => [action.title, typed]),
      [
        ['Bekijk of wijzig', 'bekijk'],
        ['Dit was een vraag', 'dit was een vraag'],
        ['Toch niet bewaren', 'verwijder'],
        ['Wat ga je ermee doen?', 'voornemen'],
        ['Klaar', 'kies …'],
        ['Stop', 'stop'],
      ],
    )
  })

  it('and whatever the words tell to type is understood too', async () => {
    const told = LANGUAGES.flatMap((language) => toldToType(linesToRead(language)))
    assert.ok(told.length > 20, `${told.length} commands are told`)
    const taken = await Promise.all(told.map((typed) => commandFor(features, typed)))
    const kindOf = await reader()
    const lost = told.filter((typed, place) => !taken[place] && kindOf(typed).kind !== 'asking')
    assert.deepEqual(lost, [])
    assert.equal(await commandFor(features, toldToType(['Typ **mijn moment** nu.']).join()), undefined)
  })

  describe('and faults in them are seen', () => {
    const button = { title: 'Ik help', verb: 'offer.accept', data: { ask: 'ask-1' }, typed: 'ik help' }
    const withButton = (
      fault: { typed?: string; verb?: string; data?: Record<string, string> },
      fields: string[] = [],
    ) =>
      card({
        language: 'nl',
        title: 'Help je?',
        content: fields.map((id) => field({ id, label: id, limit: 10 })),
        buttons: [{ ...button, ...fault }],
      })

    it('but not in a sound one', async () => {
      assert.deepEqual(await deaf(features, withButton({})), [])
      assert.deepEqual(refused(features, withButton({})), [])
    })

    for (const typed of ['ik help je', 'bekijken', 'mijn antwoord']) {
      it(`"${typed}" is no command`, async () => {
        assert.deepEqual(await deaf(features, withButton({ typed })), [`Ik help: "${typed}"`])
      })
    }

    it('a verb that nobody knows', () => {
      assert.deepEqual(refused(features, withButton({ verb: 'offer.take' })), ['offer.take is unknown'])
    })
    it('data that is missing, or too much', () => {
      assert.equal(refused(features, withButton({ data: {} })).length, 1)
      assert.equal(refused(features, withButton({ data: { ask: 'ask-1', role: 'admin' } })).length, 1)
    })
    it('a field that the press does not take', () => {
      assert.notEqual(refused(features, withButton({}, ['role'])).length, 0)
    })
  })
})
