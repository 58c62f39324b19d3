import assert from 'node:assert/strict'
import { type Card, card, choice, type Element, field, text, toggle, voice } from '../../cards/kit/card.ts'
import { type Cast, casts } from './cast.ts'
import { gallery, LANGUAGES } from './gallery.ts'
import { type Rule, rules } from './rules.ts'

const RULES = Object.entries(rules)

const hostile = casts('nl').find(({ kind }) => kind === 'hostile') as Cast

/** A card that keeps every rule: the soil in which each fault is planted. */
const sound = (): Card =>
  card({
    language: 'nl',
    eyebrow: 'Vraag van een collega',
    title: 'Kun jij helpen?',
    content: [
      voice(hostile.question, { by: hostile.asker.name, quoted: true }),
      field({
        id: 'text',
        label: 'Jouw antwoord',
        placeholder: 'Wat zou jij doen?',
        limit: 10,
        error: 'Schrijf iets.',
      }),
      choice({ id: 'who', label: 'Wie?', value: 'a', options: [['a', 'Kies voor mij']] }),
      toggle('keep', 'Bewaren?', 'Ja, bewaar dit'),
    ],
    note: 'Nee zeggen mag.',
    buttons: [
      { title: 'Ik help', verb: 'offer.accept', typed: 'ik help' },
      { title: 'Nu niet', verb: 'offer.decline', typed: 'nu niet' },
    ],
  })

type Spoil = (card: Card) => unknown

const add = (element: Element) => (card: Card) => card.body.push(element)
const say = (words: string) => add(text(words))
const first = ({ actions: [action] }: Card) => action as Card['actions'][number]
const second = ({ actions: [, action] }: Card) => action as Card['actions'][number]
const input = (card: Card) => card.body.find(({ type }) => type === 'Input.Text') as Element
const title = (card: Card) => card.body[1] as Element
const option = (words: string) => add(choice({ id: 'x', label: 'Wie?', options: [['x', words]] }))
const raw = (element: Element, words: string) => add({ ...element, choices: [{ title: words, value: 'x' }] })

/** For each rule the ways to break it. */
const FAULTS: Record<keyof typeof rules, Spoil[]> = {
  'has sentences of at most 15 words': [
    say('een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien'),
    option('een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien'),
  ],
  'has at most 4 buttons, of at most 26 characters': [
    (card) => Object.assign(first(card), { title: 'Vraag het eerst aan Karin!!' }),
    (card) => card.actions.push(second(card), second(card), second(card)),
  ],
  'has one large heading, first or second': [
    (card) => card.body.push(title(card)),
    (card) => card.body.unshift(text('Eerst dit'), text('dan dat')),
    (card) => Object.assign(title(card), { size: 'Medium' }),
  ],
  'has a title of at most 60 characters': [(card) => Object.assign(title(card), { text: 'helpen '.repeat(9) })],
  'has short lines above and in fields': [
    (card) => Object.assign(input(card), { placeholder: 'wat zou jij hier nu eigenlijk mee doen als' }),
    (card) => Object.assign(card.body[0] as Element, { text: 'vraag van een collega '.repeat(3) }),
  ],
  'has at most one primary button, the first': [(card) => Object.assign(second(card), { style: 'positive' })],
  'has at most 4 fields, each with a label': [
    (card) => Object.assign(input(card), { label: '' }),
    (card) => card.body.push(input(card), input(card)),
    add({ ...toggle('x', 'Bewaren?', 'Ja'), label: undefined }),
  ],
  'says what to do when a required field is empty': [(card) => delete input(card).errorMessage],
  'lets every button but the first pass an empty required field': [(card) => delete second(card).associatedInputs],
  'leaves nothing behind that was filled in': [(card) => Object.assign(second(card), { verb: 'intention.show' })],
  'gives nothing of a person to Markdown': [
    say(hostile.question),
    say(`Ik vraag het aan ${hostile.asker.first}.`),
    say(`Ik vraag het aan ${hostile.helper.name}.`),
    raw(choice({ id: 'x', label: 'Wie?', options: [] }), hostile.asker.first),
    add({ ...toggle('x', 'Bewaren?', 'Ja'), title: hostile.helper.first }),
    (card) => card.body.push({ type: 'Container', items: [text(hostile.moment)] }),
  ],
  'uses no emoji': [say('Goed gedaan \u{1F389}')],
  'does not exclaim': [say('Goed gedaan!'), (card) => Object.assign(first(card), { title: 'Ik help!' })],
  'puts at most three facts on a line': [say('een · twee · drie · vier')],
  'says no word that we never say': [
    say('Je team loopt achter.'),
    say('Geef ons je feedback.'),
    say('Al 12 collega’s deden mee.'),
    say('Your answer is anonymous.'),
    say('Er is een fout opgetreden.'),
    say('Karin past voor 92 % bij je vraag.'),
    option('Onze expert'),
  ],
  'is made of the elements we know': [
    add({ type: 'Image', url: 'https://evil.example/p.png' }),
    add({ type: 'FactSet', facts: [] }),
    add({ type: 'ActionSet', actions: [] }),
    add({ ...text('x'), wrap: false }),
    add({ ...text('x'), color: 'Good' }),
    add({ ...choice({ id: 'x', label: 'Wie?', options: [['x', 'x']] }), wrap: undefined }),
    add({ ...voice('x'), items: [voice('y')] }),
    (card) => Object.assign(card, { version: '1.4' }),
    (card) => Object.assign(card, { msteams: { width: 'Full' } }),
    (card) => Object.assign(first(card), { type: 'Action.ShowCard' }),
    (card) => Object.assign(first(card), { type: 'Action.ToggleVisibility' }),
    (card) => Object.assign(first(card), { type: 'Action.OpenUrl' }),
    (card) => Object.assign(first(card), { style: 'destructive' }),
  ],
  'stays under 24 KB on the wire': [say('x'.repeat(12 * 1024))],
  'is read by the renderer without a remark': [
    add({ type: 'Input.Slider', id: 'x' }),
    (card) => Object.assign(first(card), { type: 'Action.Unknown' }),
  ],
}

describe('cards: the look', () => {
  for (const language of LANGUAGES) {
    describe(language, () => {
      const shown = gallery(language)
      for (const [name, rule] of RULES as [string, Rule][]) {
        it(`every card ${name}`, () => {
          const problems = shown.flatMap(({ name, card, cast }) => rule(card, cast).map((what) => `${name}: ${what}`))
          assert.deepEqual(problems, [])
        })
      }
    })
  }

  describe('and each of these rules can be broken', () => {
    it('but is not by a sound card', () => {
      const problems = RULES.flatMap(([name, rule]) => rule(sound(), hostile).map((what) => `${name}: ${what}`))
      assert.deepEqual(problems, [])
    })

    for (const [name, rule] of RULES as [keyof typeof rules, Rule][]) {
      it(`a card that is spoilt no longer ${name}`, () => {
        for (const [place, spoil] of FAULTS[name].entries()) {
          const spoilt = sound()
          spoil(spoilt)
          assert.notDeepEqual(rule(spoilt, hostile), [], `fault ${place + 1} was not seen`)
        }
      })
    }
  })
})
