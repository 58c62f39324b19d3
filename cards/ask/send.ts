import type { Ask } from '../../services/ask/ask.ts'
import type { ShownRole } from '../../services/ask/routing/shown-role.ts'
import type { FilledIn } from '../../services/ask/schema.ts'
import type { Language } from '../../services/core/ports.ts'
import type { Checked } from '../../services/core/text/signs.ts'
import { type Card, card, type Element, field, onOneLine, sentence, text, toggle, voice } from '../kit/card.ts'
import { commands, typed } from '../kit/commands.ts'
import { askWords } from './asking-words.ts'
import { leftOutOf } from './looking.ts'
import { offerWords } from './offer-words.ts'

/** In characters; the rule behind it says the same. */
const PURPOSE_LIMIT = 300

export interface SendView {
  language: Language
  ask: Pick<Ask, 'id' | 'question' | 'purpose' | 'leftOut' | 'reach' | 'role'>
  /** Who was chosen; without a name the bot chooses. */
  to: { id: string; name?: string; outside: boolean }
  /** Who asks, as colleagues know them. */
  by: { name: string; team: string }
  /** What the asker may show instead of a name. */
  role?: ShownRole
  /** What was filled in here before the asker went back to the list. */
  filled?: FilledIn
  /** By what in the question somebody may be recognised. */
  pointing: Checked['pointing']
}

/** Card 03c: what a colleague will read, before anybody is asked. */
export function sendCard(view: SendView): Card {
  const { language, ask, to, by } = view
  const words = askWords(language)
  return card({
    language,
    eyebrow: words.almost,
    title: { said: words.goesTo(to.name ?? words.aColleague) },
    content: [
      voice(ask.question, { by: [by.name, by.team].filter(Boolean).join(' · '), quoted: true }),
      ...pointingOut(view),
      ...purpose(view),
      ...choices(view),
    ],
    note: noteOf(view),
    buttons: [
      {
        title: words.sendIt,
        verb: 'ask.send',
        data: { ask: ask.id, who: to.id, checked: 'true' },
        typed: typed(commands.send, language),
      },
      {
        title: words.back,
        verb: 'ask.show',
        data: { ask: ask.id },
        carries: true,
        typed: typed(commands.openAsk, language),
      },
    ],
  })
}

/** Who or what may be recognised by a colleague, in the words of the question. */
function pointingOut({ language, pointing }: SendView): Element[] {
  const words = askWords(language)
  const seen = [...new Set(pointing.map(({ words: own }) => onOneLine(own)))]
  return seen.length > 0 ? [sentence(words.pointing, seen.join(', ')), text(words.pointingText)] : []
}

/** What is behind the question is asked for once; the colleague reads it too. */
function purpose({ language, ask, filled }: SendView): Element[] {
  const words = askWords(language)
  const offer = offerWords(language)
  if (ask.purpose) return [sentence(offer.purpose, ask.purpose)]
  return [
    field({
      id: 'purpose',
      label: words.purpose,
      placeholder: words.purposeExample,
      ...(filled?.purpose && { value: filled.purpose }),
      limit: PURPOSE_LIMIT,
      multiline: false,
    }),
  ]
}

/** What the asker may choose about what colleagues see, where there is something to choose. */
function choices({ language, ask, role, filled = {} }: SendView): Element[] {
  const words = askWords(language)
  const asRole = filled.role ? filled.role === 'true' : ask.role !== undefined
  const named = role && words.roleTitle(words.roles[role.kind](role.name))
  return [
    ...(ask.leftOut
      ? [toggle('whole', leftOutOf(language, ask.leftOut), words.wholeTitle, filled.whole === 'true')]
      : []),
    ...(named ? [toggle('role', words.roleLabel, named, asRole)] : []),
  ]
}

function noteOf({ language, ask, to }: SendView): string {
  const words = askWords(language)
  if (ask.reach !== 'unit') return words.note
  return `${words.note} ${to.outside ? words.goesFar : words.staysNear}`
}
