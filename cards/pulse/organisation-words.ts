import { inLanguages } from '../kit/languages.ts'

export const organisationWords = inLanguages(
  {
    title: 'In de hele gemeente',
    asked: (questions: number) => `Collega’s stelden minstens ${questions} vragen. Dank je wel.`,
    few: 'Wie iets vraagt, helpt ook anderen. Dank je wel.',
    open: 'Hierover weet nog niemand iets:',
    noneOpen: 'Er zijn nu geen onderwerpen zonder antwoord.',
    note: 'Dit gaat over iedereen samen, niet over één team of persoon.',
    higher: (unit: string) => `Wat groepen van ${unit} zeiden`,
    inBlocks: (blocks: number, all: number, what: string) => `In ${blocks} van ${all} groepen: ${what}`,
  },
  {
    title: 'In the whole municipality',
    asked: (questions) => `Colleagues asked at least ${questions} questions. Thank you.`,
    few: 'A question helps others too. Thank you.',
    open: 'Nobody knows about this yet:',
    noneOpen: 'There are no topics without an answer now.',
    note: 'This is about everybody together, not about one team or person.',
    higher: (unit) => `What groups of ${unit} said`,
    inBlocks: (blocks, all, what) => `In ${blocks} of ${all} groups: ${what}`,
  },
)
