import { mayDecide } from '../core/people.ts'
import type { PersonId } from '../core/ports.ts'
import type { CarePorts } from './ports.ts'
import type { Report } from './report.ts'

/** Whom a report concerns: who made it, whose words they are, and who decides. */
export function concerned({ secrets, keepers, everyone, deciders }: CarePorts) {
  const markOf = (tenant: string, person: PersonId) => secrets.hmac('care', tenant, person).slice(0, 16)

  const named = async (tenant: string, marks: readonly string[]) =>
    (await everyone(tenant)).flatMap(({ id }) => (marks.includes(markOf(tenant, id)) ? [id] : []))

  /** Never HR, nor anybody whom it concerns: who reported it, whose words they are, who reads them as a manager. */
  async function judges({ tenant, kind, of, by, author }: Report): Promise<PersonId[]> {
    const role = await deciders(tenant)
    const involved = await keepers[kind].involved(tenant, of)
    const marks = [...by, ...(author ? [author] : [])]
    return (await everyone(tenant))
      .filter((one) => mayDecide(one, role))
      .filter(({ id }) => !involved.includes(id) && !marks.includes(markOf(tenant, id)))
      .map(({ id }) => id)
  }

  return { markOf, named, judges }
}

export type Concerned = ReturnType<typeof concerned>
