import { type Request, unitsOf } from './tariff.ts'

/** What one piece of work asked of the store. */
export interface Spent {
  /** Requests about documents. */
  requests: number
  /** Requests about the account, the containers and the query plans: they cost nothing. */
  metadata: number
  /** In request units, on paper. */
  units: number
  /** In request units, as the server said; 0 where no server is asked. */
  charged: number
  /** How many requests of each kind. */
  kinds: Record<string, number>
}

export interface Recorder {
  /** `charge` is what the server says that it cost. */
  note(request: Request, charge?: number): void
  /** What was asked while `work` ran. One at a time: whatever is asked meanwhile counts. */
  during(work: () => Promise<unknown>): Promise<Spent>
}

export function recorder(): Recorder {
  let spent = nothing()
  return {
    note(request, charge = 0) {
      const isMetadata = request.kind === 'metadata'
      spent.requests += isMetadata ? 0 : 1
      spent.metadata += isMetadata ? 1 : 0
      spent.units += unitsOf(request)
      spent.charged += charge
      spent.kinds[request.kind] = (spent.kinds[request.kind] ?? 0) + 1
    },
    async during(work) {
      spent = nothing()
      await work()
      return spent
    },
  }
}

const nothing = (): Spent => ({ requests: 0, metadata: 0, units: 0, charged: 0, kinds: {} })
