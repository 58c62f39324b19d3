import { commonWords } from '../../../cards/kit/common-words.ts'
import type { Language, PersonId } from '../../../services/core/ports.ts'
import type { PulseService } from '../../../services/pulse/pulse.ts'

/** Whose screen it is. */
export interface Reader {
  tenant: string
  person: PersonId
  language: Language
}

/** How somebody is called on a card, by their mark; somebody who left is named by no name. */
export const namesIn =
  ({ audience }: Pick<PulseService, 'audience'>) =>
  async (tenant: string, language: Language, mark: string): Promise<string> =>
    (await audience.named(tenant, mark)) ?? commonWords(language).anonymous

export type NameOf = ReturnType<typeof namesIn>
