import { type People, teamOf } from '../core/people.ts'
import type { PersonId } from '../core/ports.ts'
import { firstName, shownName } from '../core/text/names.ts'

/** What the roster says of people. */
export function onRoster(people: People) {
  return {
    /** Who would read a pulse with this person's words in it, by name. */
    async readersOf(tenant: string, person: PersonId) {
      const ids = (await people.of(tenant, person))?.readers ?? []
      const readers = await Promise.all(ids.map((id) => people.of(tenant, id)))
      return readers.flatMap((reader) => (reader ? [{ id: reader.id, name: shownName(reader) }] : []))
    },

    async colleague(tenant: string, person: PersonId) {
      const known = await people.of(tenant, person)
      return known && { name: shownName(known), first: firstName(known), team: teamOf(known) }
    },

    /** What the roster says of somebody's work. */
    async workOf(tenant: string, person: PersonId) {
      const known = await people.of(tenant, person)
      return { team: known ? teamOf(known) : '', ...(known?.jobTitle && { jobTitle: known.jobTitle }) }
    },

    async rolesOf(tenant: string, person: PersonId) {
      const { roles = [], manages = false } = (await people.of(tenant, person)) ?? {}
      return { roles, manages }
    },

    /** Everybody of the example municipality, to be looked at as one of them. */
    async guests(tenant: string) {
      const all = await people.all(tenant)
      return all.map((one) => ({
        id: one.id,
        name: shownName(one),
        team: teamOf(one),
        manages: one.manages,
        roles: one.roles,
      }))
    },

    /** Everybody of HR. */
    hrOf: async (tenant: string) =>
      (await people.all(tenant)).filter(({ roles }) => roles.includes('hr')).map(({ id }) => id),

    /** Who keeps the list of barriers: who has that role on the roster, and HR where nobody has. */
    async listKeepersOf(tenant: string) {
      const all = await people.all(tenant)
      const keepers = all.filter(({ roles }) => roles.includes('list-keeper'))
      const kept = keepers.length > 0 ? keepers : all.filter(({ roles }) => roles.includes('hr'))
      return kept.map(({ id }) => id)
    },

    isHere: async (tenant: string, person: PersonId) => (await people.of(tenant, person)) !== undefined,

    async nameOf(tenant: string, person: PersonId) {
      const known = await people.of(tenant, person)
      return known && shownName(known)
    },
  }
}
