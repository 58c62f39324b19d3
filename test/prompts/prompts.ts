import type { Prompt, Version } from '../../services/prompts/schema.ts'

export const version = (given: Partial<Version> = {}): Version => ({
  version: 1,
  status: 'published',
  nl: { question: 'Wat leerde je?', why: 'Zo onthoud je het.', example: 'Bijvoorbeeld: ik belde' },
  en: { question: 'What did you learn?', why: 'So that you keep it.', example: 'For example: I called' },
  ...given,
})

export const prompt = (given: Partial<Prompt> = {}): Prompt => ({
  id: 'moment',
  family: 'moment',
  audience: 'everyone',
  journalOnly: false,
  versions: [version()],
  ...given,
})
