import { createRequire } from 'node:module'
import { wireForm } from '../../bot/teams/outbound.ts'
import type { Card } from '../../cards/kit/card.ts'
import { pressesOf } from '../../cards/kit/presses.ts'
import { type Cast, namesOf, textsOf } from './cast.ts'
import { elementsOf, inputsOf, isLarge, isSaid, linesOf, ourLines } from './reading.ts'
import { WireCard } from './schema.ts'

/** The package's own entry cannot be loaded by Node; its browser bundle can, and has no types. */
const renderer: typeof import('adaptivecards') = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js')

/** What is wrong with a card, one line for each finding; nothing is wrong when there is none. */
export type Rule = (card: Card, cast: Cast) => string[]

/** Half of what Teams takes in characters: it counts two bytes for each. */
const SIZE_LIMIT = 24 * 1024

export const NEVER = [
  /\bstreaks?\b/i,
  /loopt achter|is behind\b/i,
  /bent de enige|are the only one/i,
  /deden (al )?mee|took part already/i,
  /gebruikers?\b|\busers?\b/i,
  /feedback|\blearnings\b|\bcontent\b|competenti?e/i,
  /\bAI\b|algoritme|algorithm|chatbot|slimme? /,
  /anonie?m|anonymous/i,
  /oeps|oops|fout opgetreden|error occurred/i,
  /sla over|herinner mij|remind me/i,
  /weet je zeker|are you sure/i,
  /helaas|unfortunately/i,
  /\bexperts?\b|\d ?%|beste match|best match/i,
  /te weinig|too few/i,
  /ongeldig|invalid/i,
]

const sentences = (words: string) =>
  words
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .split(/[.?!:;\n]/)
    .map((sentence) => sentence.trim())

const wordCount = (sentence: string) => sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

const found =
  (sign: RegExp): Rule =>
  (card, cast) =>
    ourLines(card, cast).flatMap(({ words }) => (sign.test(words) ? [words] : []))

/** The title: the one large thing on a card. */
const titleOf = (card: Card, cast: Cast) =>
  ourLines({ ...card, body: card.body.filter(isLarge), actions: [] }, cast).map(({ words }) => words)

/** What leaves a field behind, and why nothing is lost by it. */
const LEFT_BEHIND: Record<string, string> = {
  'barrier.join': 'who joins chose the words that are there, above their own',
  'ask.not-yet': 'the tick is about an answer that helped',
  'evidence.ask-again': 'the field says which topic',
  'evidence.ask-not': 'the field says which topic',
  'evidence.wrong': 'the field says which topic',
  'evidence.show': 'the field says which entry',
  'intention.alone': 'nothing is sent to a colleague after all',
  'knowledge.mine': 'the field says what to look for',
  'knowledge.show': 'the field says which item',
  'offer.accept': 'nobody else is asked any more',
  'offer.decline': 'nobody else is asked any more',
  'offer.show': 'the words that the tick is about are written anew',
  'settings.pause': 'the other choices are kept when they are saved',
  'settings.stop': 'the other choices are kept when they are saved',
  'settings.weekly': 'the other choices are kept when they are saved',
}

export const rules = {
  'has sentences of at most 15 words': (card, cast) =>
    ourLines(card, cast).flatMap(({ words }) => sentences(words).filter((sentence) => wordCount(sentence) > 15)),

  'has at most 4 buttons, of at most 26 characters': ({ actions }) => [
    ...actions.flatMap(({ title }) => (title.length > 26 ? [title] : [])),
    ...(actions.length > 4 ? [`${actions.length} buttons`] : []),
  ],

  'has one large heading, first or second': (card) => {
    const large = elementsOf(card).filter(isLarge)
    const place = card.body.findIndex(isLarge)
    return large.length === 1 && (place === 0 || place === 1) ? [] : [`${large.length} large, at ${place}`]
  },

  'has a title of at most 60 characters': (card, cast) => titleOf(card, cast).filter((title) => title.length > 60),

  'has short lines above and in fields': (card, cast) => [
    ...ourLines(card, cast).flatMap(({ place, words }) =>
      place === 'placeholder' && words.length > 40 ? [words] : [],
    ),
    ...ourLines({ ...card, body: card.body.slice(0, Math.max(0, card.body.findIndex(isLarge))), actions: [] }, cast)
      .map(({ words }) => words)
      .filter((eyebrow) => eyebrow.length > 60),
  ],

  'has at most one primary button, the first': ({ actions }) =>
    actions.slice(1).flatMap(({ title, style }) => (style ? [title] : [])),

  'has at most 4 fields, each with a label': (card) => [
    ...inputsOf(card).flatMap(({ id, label }) => (label ? [] : [`${id} has no label`])),
    ...(inputsOf(card).length > 4 ? [`${inputsOf(card).length} fields`] : []),
  ],

  'says what to do when a required field is empty': (card) =>
    inputsOf(card).flatMap(({ id, isRequired, errorMessage }) => (isRequired && !errorMessage ? [String(id)] : [])),

  'lets every button but the first pass an empty required field': (card) =>
    inputsOf(card).some(({ isRequired }) => isRequired)
      ? card.actions.slice(1).flatMap(({ title, associatedInputs }) => (associatedInputs === 'none' ? [] : [title]))
      : [],

  'leaves nothing behind that was filled in': (card) =>
    inputsOf(card).length === 0
      ? []
      : pressesOf(card).flatMap(({ verb, associatedInputs }) =>
          associatedInputs === 'none' && !(verb in LEFT_BEHIND) ? [`${verb} loses what was filled in`] : [],
        ),

  'gives nothing of a person to Markdown': (card, cast) => {
    const names = cast.kind === 'hostile' ? namesOf(cast) : []
    return linesOf(card).flatMap(({ place, words }) => {
      if (place === 'block') {
        const said = isSaid(words, cast) || [...textsOf(cast), ...names].some((one) => words.includes(one))
        return said || isLive(words) ? [words] : []
      }
      return (place === 'choice' || place === 'switch') && isLive(words) ? [words] : []
    })
  },

  'uses no emoji': found(/\p{Extended_Pictographic}/u),
  'does not exclaim': found(/!/),
  'puts at most three facts on a line': found(/·.*·.*·/),
  'says no word that we never say': (card, cast) => NEVER.flatMap((never) => found(never)(card, cast)),

  'is made of the elements we know': (card) => {
    const read = WireCard.safeParse(wireForm(card))
    return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  },

  'stays under 24 KB on the wire': (card) => {
    const size = JSON.stringify(wireForm(card)).length * 2
    return size < SIZE_LIMIT ? [] : [`${size} bytes`]
  },

  'is read by the renderer without a remark': (card) => {
    const context = new renderer.SerializationContext()
    // Its sign for a language remembers where it stopped, and refuses every other card; the schema checks that one.
    const { lang: _, ...rest } = wireForm(card)
    new renderer.AdaptiveCard().parse(structuredClone(rest), context)
    return Array.from({ length: context.eventCount }, (_, place) => context.getEventAt(place).message)
  },
} satisfies Record<string, Rule>

/** Markdown that leads somewhere, or a mention. Our own links go to the service alone. */
const isLive = (words: string) => /\]\((?!https:\/\/leermoment\.)|<at>|<[a-z]/i.test(words)
