import type { CareService } from '../../services/care/care.ts'
import type { Language, PersonId, Secrets } from '../../services/core/ports.ts'
import type { LeavingCheck } from '../../services/core/text/signs.ts'
import type { Knowledge, Shared } from '../../services/knowledge/knowledge.ts'
import type { Moment } from '../../services/reflection/moment.ts'
import type { Reflection } from '../../services/reflection/reflection.ts'

export interface SharingNeeds {
  items: Knowledge
  secrets: Secrets
  /** What words hold that all colleagues may read. */
  leaving: LeavingCheck
  moments(): Pick<Reflection, 'journal' | 'keepPrivate'>
  caring(): Pick<CareService, 'mayStand' | 'drop'>
}

const keyOfItem = ({ id, text }: { id: string; text: string }) => `${id} ${text}`

/** How a moment or an answer comes into the knowledge bank, and goes out of it. */
export function itemSharing({ items, secrets, leaving, moments, caring }: SharingNeeds) {
  const sharedAs = (person: PersonId, id: string) => `moment-${secrets.hmac('shared', person, id)}`
  const itemOf = ({ tenant, person: author, id, language, text, written: at }: Moment) =>
    ({ tenant, id: sharedAs(author, id), kind: 'moment', author, language, text, at }) as const
  /** The moment that an item was shared from. */
  const momentOf = async (tenant: string, author: PersonId, item: string) =>
    (await moments().journal(tenant, author)).find(({ moment }) => sharedAs(author, moment.id) === item)?.moment
  /** What was hidden after a report is not brought back by saving it again as it was. */
  const mayStand = (item: { tenant: string; id: string; text: string }) =>
    caring().mayStand(item.tenant, 'item', keyOfItem(item))
  /** Without the numbers and addresses of people. */
  const textOf = async ({ tenant }: { tenant: string }, words: string) => (await leaving(tenant, words)).text

  /** Out of everybody's sight, and nothing is left to put back. */
  async function withdraw(tenant: string, id: string) {
    await items.withdraw(tenant, id)
    await caring().drop(tenant, id)
  }

  return {
    keyOfItem,
    momentOf,
    withdraw,

    async shareMoment(moment: Moment) {
      const [item, isNew] = [itemOf(moment), moment.revision === 1]
      if (isNew || (await mayStand(item))) await items.share(item, isNew)
    },
    unshareMoment: ({ tenant, person, id }: Pick<Moment, 'tenant' | 'person' | 'id'>) =>
      withdraw(tenant, sharedAs(person, id)),
    async shareAnswer(answer: Omit<Shared, 'kind' | 'language'> & { language: string }) {
      const [question, text] = await Promise.all([textOf(answer, answer.question ?? ''), textOf(answer, answer.text)])
      if (await mayStand(answer))
        await items.share({
          ...answer,
          ...(answer.question && { question }),
          text,
          kind: 'answer',
          language: answer.language as Language,
        })
    },

    /** What becomes of an item that was reported. */
    async shareAgain(tenant: string, author: PersonId, id: string) {
      const found = await momentOf(tenant, author, id)
      if (found?.sharing === 'colleagues') await items.share(itemOf(found))
    },
    async keepPrivate(tenant: string, author: PersonId, id: string) {
      const found = await momentOf(tenant, author, id)
      if (found) await moments().keepPrivate({ tenant, person: author, language: found.language }, found.id)
    },
  }
}
