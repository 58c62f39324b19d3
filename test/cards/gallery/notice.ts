import { actingCard, nobodyCard, pulseCameCard, timeCard } from '../../../cards/demo/demo.ts'
import { demoWords } from '../../../cards/demo/words.ts'
import {
  deletedCard,
  doneCard,
  draftDeletedCard,
  droppedCard,
  editedCard,
  elsewhereCard,
  errorCard,
  goneCard,
  notYetCard,
  refusedCard,
  smallCard,
  staleCard,
  strangerCard,
  textOnlyCard,
  tooFastCard,
  tooLongCard,
  unknownCard,
  whichCard,
} from '../../../cards/draft/notice.ts'
import { aboutCard } from '../../../cards/guide/about-bot.ts'
import { pointerCard } from '../../../cards/typed/pointer.ts'
import type { Wing } from './shown.ts'

const RESPONSIBLE = {
  controller: 'Gemeente Voorbeeldstad, Markt 1, 1234 AB Voorbeeldstad',
  officer: 'Farid Gerritsen, fg@voorbeeldstad.example',
  legalBasis: 'artikel 6, eerste lid, onder e, AVG: de taak als werkgever van ambtenaren',
}

const THURSDAY = '2026-11-26T09:00:00.000Z'

const notices: Wing = (show, language, { moment, tooLong }) => {
  const verb = 'reflection.answer'
  const data = { moment: 'question-1', revision: '0', how: 'collega', sharing: 'self' }
  const typed = { turn: '0'.repeat(32), mark: '0'.repeat(32) }
  return [
    show(whichCard, 'answer or ask', { language, draft: 'draft-1', meanings: ['answer', 'ask'] }),
    show(whichCard, 'what runs or ask', { language, draft: 'draft-1', meanings: ['running', 'ask', 'answer'] }),
    show(whichCard, 'stop or pause', { language, draft: 'draft-1', meanings: ['stop', 'pause'] }),
    show(whichCard, 'with the pointer', {
      language,
      draft: 'draft-1',
      meanings: ['moment', 'ask', 'reply'],
      pointer: { named: undefined },
    }),
    show(whichCard, 'everything else', {
      language,
      draft: 'draft-1',
      meanings: ['moment', 'ask', 'about'],
      isLast: true,
    }),
    show(droppedCard, 'told', language),
    show(notYetCard, 'told', language),
    ...(['thanks', 'nod', 'fine', 'greeting', 'chat'] as const).map((tone) => show(smallCard, tone, language, tone)),
    show(pointerCard, 'typed', { language, adviser: 'Noor Vermeulen, 0318 12 34 56', sealed: 'x'.repeat(2040) }),
    show(pointerCard, 'pressed', { language, sealed: 'x'.repeat(2040), isPress: true }),
    show(pointerCard, 'asked for', { language }),
    ...(['what', 'confidential', 'readers', 'running'] as const).map((topic) =>
      show(aboutCard, topic, {
        language,
        topic,
        k: 11,
        readers: ['Marieke Jansen'],
        adviser: 'Noor Vermeulen',
        responsible: RESPONSIBLE,
      }),
    ),
    show(aboutCard, 'no readers', {
      language,
      topic: 'readers',
      k: 11,
      readers: [],
      adviser: undefined,
      responsible: {},
    }),
    show(unknownCard, 'told', language),
    show(refusedCard, 'told', language),
    show(refusedCard, 'in the demo', language, demoWords(language).refusedText),
    show(staleCard, 'told', language),
    show(doneCard, 'told', language),
    show(goneCard, 'told', language),
    show(tooLongCard, 'told', language),
    show(textOnlyCard, 'told', language),
    show(editedCard, 'told', language),
    show(deletedCard, 'told', language),
    show(draftDeletedCard, 'told', language),
    show(strangerCard, 'told', language),
    show(tooFastCard, 'told', language),
    show(elsewhereCard, 'told', language),
    show(errorCard, 'typed', language, '7F3K', { verb: 'said.again', data: typed, text: moment }),
    show(errorCard, 'with nothing to give back', language, '7F3K'),
    show(errorCard, 'pressed', language, '7F3K', { verb: 'settings.show', data: {} }),
    show(errorCard, 'of what was to be shown', language, '7F3K', { verb: 'settings.show', data: {} }, 'reading'),
    show(errorCard, 'with text', language, '7F3K', { verb, data, text: moment }),
    show(errorCard, 'with long text', language, '7F3K', { verb, data, text: tooLong }),
  ]
}

const demo: Wing = (show, language, { asker, helper }) => [
  show(actingCard, 'told', language, helper.name, helper.team),
  show(nobodyCard, 'nobody', language, [asker.name, helper.name], false),
  show(nobodyCard, 'several', language, [asker.name, helper.name], true),
  show(timeCard, 'moved', language, THURSDAY),
  show(pulseCameCard, 'told', language, true),
]

export const noticeWing: Wing = (...given) => [...notices(...given), ...demo(...given)]
