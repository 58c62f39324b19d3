import { inLanguages } from './languages.ts'

export const unfoldWords = inLanguages(
  {
    more: 'Meer',
    shut: 'Sluit',
    named: (title: string) => `${title.replace(/(\w)$/, '$1.')} Toon of verberg.`,
  },
  {
    more: 'More',
    shut: 'Close',
    named: (title) => `${title.replace(/(\w)$/, '$1.')} Show or hide.`,
  },
)
