import type { Collection, PersonId, Secrets } from '../../core/ports.ts'
import { change } from '../../core/store/change.ts'
import { everything } from '../../core/store/read-all.ts'
import { type Week, weekOf } from '../../core/time.ts'
import { erasedMark, type PageKey, type PageLook, type RoundPage } from './page.ts'
import type { Recipient } from './recipients.ts'

/** The new state of a recipient; undefined to leave it as it is. */
type Edit = (known: Recipient) => Recipient | undefined

/** Changes the state of the recipients of one page. Gives the changed. */
async function edit(pages: Collection<RoundPage>, key: PageKey, decide: Edit): Promise<Recipient[]> {
  let edited: Recipient[] = []
  await change(pages, key, (page) => {
    edited = []
    const recipients = page?.recipients.map((one) => {
      const next = decide(one)
      if (next) edited.push(next)
      return next ?? one
    })
    return page && recipients && edited.length > 0 ? { ...page, recipients } : undefined
  })
  return edited
}

/** Changes how far the sending to people is who are in a round, and takes people out of it. */
export function pageChanges(pages: Collection<RoundPage>, lookFor: PageLook, secrets: Secrets) {
  /** Changes the state of one recipient. */
  async function changeOne(tenant: string, week: Week, person: PersonId, decide: Edit): Promise<Recipient | undefined> {
    const found = await lookFor({ tenant, week, person }, async (key) => {
      let isHere = false
      const [edited] = await edit(pages, key, (one) => {
        if (one.person !== person) return undefined
        isHere = true
        return decide(one)
      })
      return isHere ? { edited } : undefined
    })
    return found?.edited
  }

  return {
    change: changeOne,

    /** Changes the state of every recipient of a round; gives those that changed, undefined when there is no round. */
    async each(tenant: string, week: Week, decide: Edit): Promise<Recipient[] | undefined> {
      const moved: Recipient[] = []
      const all = await everything(pages, { tenant }, 'week', week)
      for (const { id } of all) moved.push(...(await edit(pages, { tenant, id }, decide)))
      return all.length > 0 ? moved : undefined
    },

    /** This week's question waited for this person: from now on it is to be sent. */
    async release(tenant: string, person: PersonId, now: Date): Promise<boolean> {
      const released = await changeOne(tenant, weekOf(now), person, (known) =>
        known.state === 'waiting' ? { ...known, state: 'planned' } : undefined,
      )
      return released !== undefined
    },

    async forget(tenant: string, person: PersonId, weeks: readonly Week[]): Promise<void> {
      const without = (known: RoundPage): RoundPage => ({
        ...known,
        recipients: known.recipients.filter((one) => one.person !== person),
        erased: [...(known.erased ?? []), erasedMark(secrets, tenant, known.week, person)],
      })
      for (const week of weeks)
        await lookFor({ tenant, week, person }, async (key) => {
          const { changed } = await change(pages, key, (known) =>
            known?.recipients.some((one) => one.person === person) ? without(known) : undefined,
          )
          return changed || undefined
        })
    },
  }
}
