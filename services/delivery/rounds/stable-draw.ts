import type { PersonId, Secrets } from '../../core/ports.ts'

/** A whole number below 2 ** 32 that a person has for one purpose: the same each time, and nobody can guess it. */
export const drawn = (secrets: Secrets, purpose: string, tenant: string, person: PersonId): number =>
  Number.parseInt(secrets.hmac(purpose, tenant, person).slice(0, 8), 16)
