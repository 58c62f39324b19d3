import { inLanguages } from './languages.ts'

/** What more than one feature says. */
export const commonWords = inLanguages(
  { free: { answer: 'je antwoord', text: 'je tekst', settings: 'vraag op donderdag 15:00' }, anonymous: 'oud-collega' },
  {
    free: { answer: 'your answer', text: 'your text', settings: 'question on Thursday 15:00' },
    anonymous: 'former colleague',
  },
)
