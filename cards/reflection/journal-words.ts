import { inLanguages } from '../kit/languages.ts'

export const journalWords = inLanguages(
  {
    title: 'Mijn momenten',
    only: 'Alleen jij ziet deze lijst.',
    empty: 'Je hebt nog geen momenten bewaard. Typ vraag, dan krijg je de vraag van deze week.',
    found: (text: string) => `Gevonden bij “${text}”`,
    nothing: 'Daar vond ik niets over in je momenten.',
    number: (number: number, date: string, sharing: string) => `${number} · ${date} · ${sharing}`,
    sharings: { self: 'alleen jij', pulse: 'leerpuls', colleagues: 'collega’s' },
    open: (number: number) => `Open ${number}`,
    older: 'Oudere momenten',
    export: 'Neem mee',
  },
  {
    title: 'My moments',
    only: 'Only you see this list.',
    empty: 'You have not saved any moments yet. For this week’s question, type: question',
    found: (text) => `Found for “${text}”`,
    nothing: 'I found nothing about that in your moments.',
    number: (number, date, sharing) => `${number} · ${date} · ${sharing}`,
    sharings: { self: 'only you', pulse: 'learning pulse', colleagues: 'colleagues' },
    open: (number) => `Open ${number}`,
    older: 'Older moments',
    export: 'Take it with you',
  },
)
