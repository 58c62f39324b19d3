import type { Policies } from './policies.ts'

/**
 * Who the confidential adviser of a municipality is: as its policy says, else as the settings do. It is shown beside
 * words of distress, so that a store that cannot be read is no reason to name nobody.
 */
export const adviserOf =
  (policies: Pick<Policies, 'of'>, set: string | undefined) =>
  async (tenant: string): Promise<string | undefined> => {
    const policy = await policies.of(tenant).catch(() => undefined)
    return policy?.vertrouwenspersoon ?? set
  }
