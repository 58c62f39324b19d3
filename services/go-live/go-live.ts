import { mayDecide, type Person, type Role } from '../core/people.ts'
import type { Instant } from '../core/ports.ts'
import type { ConditionName } from './schema.ts'

/** Something that must be so before a municipality begins. */
export interface Condition {
  name: ConditionName
  met: boolean
}

export interface GoLivePorts {
  everyone(tenant: string): Promise<readonly Person[]>
  /** When somebody last said that the roster is right, as long as that counts. */
  confirmed(tenant: string): Promise<Instant | undefined>
  /** Whether the works council agreed to the rules as they are now. */
  isAgreed(tenant: string): Promise<boolean>
  /** Who decides on words that somebody reported. */
  decides(tenant: string): Promise<Role | undefined>
  isHalted(tenant: string): Promise<boolean>
}

/**
 * What must be true before live, and whether it is. Whether people have the app is not looked at: that would count who
 * took it away. It tells and stops nothing: who begins all the same knows what is
 * missing.
 */
export function goLive(ports: GoLivePorts) {
  return async (tenant: string): Promise<Condition[]> => {
    const [everyone, confirmed, agreed, decides, halted] = await Promise.all([
      ports.everyone(tenant),
      ports.confirmed(tenant),
      ports.isAgreed(tenant),
      ports.decides(tenant),
      ports.isHalted(tenant),
    ])
    const has = (role: Role) => everyone.some(({ roles }) => roles.includes(role))
    const met: Record<ConditionName, boolean> = {
      roster: everyone.length > 0,
      confirmed: confirmed !== undefined,
      managers: everyone.some(({ manages }) => manages),
      hr: has('hr'),
      council: has('works-council'),
      agreed,
      decides: everyone.some((one) => mayDecide(one, decides)),
      sending: !halted,
    }
    return Object.entries(met).map(([name, isMet]) => ({ name: name as ConditionName, met: isMet }))
  }
}

export type GoLive = ReturnType<typeof goLive>
