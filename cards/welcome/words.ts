import { inLanguages } from '../kit/languages.ts'

export const welcomeWords = inLanguages(
  {
    title: (name: string) => `Hoi ${name}, ik ben Leermoment`,
    lead: 'Je leert elke dag iets. Ik help je om dat te onthouden, te delen en te gebruiken.',
    expect: 'Wat kun je van mij verwachten?',
    points: [
      'Eén vraag per week. Die kost je minder dan een minuut.',
      'Weet je iets niet? Typ je vraag. Ik zoek wie het wel weet.',
      'Wat je deelt, helpt een collega verder.',
    ],
    promise: 'Jouw antwoorden zijn van jou.',
    promiseText:
      'Jij kiest bij elk antwoord wie het leest. HR en je leidinggevende kunnen niet bij wat je voor jezelf houdt. Niemand ziet of je meedoet.',
    begin: 'Begin met de eerste vraag',
    data: 'Mijn gegevens',
    stop: 'Niet meedoen',
  },
  {
    title: (name) => `Hi ${name}, I am Leermoment`,
    lead: 'You learn something every day. I help you to keep it, share it and use it.',
    expect: 'What can you expect from me?',
    points: [
      'One question a week. It takes you less than a minute.',
      'Is there something you do not know? Type your question. I look for someone who does.',
      'What you share helps a colleague along.',
    ],
    promise: 'Your answers are yours.',
    promiseText:
      'You choose for each answer who reads it. HR and your manager cannot get to what you keep to yourself. Nobody sees whether you take part.',
    begin: 'Start the first question',
    data: 'My data',
    stop: 'Don’t take part',
  },
)
