import type { PersonId } from '../../core/ports.ts'
import { change, putIfUnchanged } from '../../core/store/change.ts'
import { instant, type Week } from '../../core/time.ts'
import type { KeptContribution, KeptPulse, KeptQuote, KeptWindow, QuoteToken } from '../documents.ts'
import { markOf } from '../people/organisation-now.ts'
import type { PulsePorts } from '../pulse-ports.ts'
import {
  type Contribution,
  type Could,
  contributionsTo,
  couldAnswer,
  countedIn,
  NOBODY,
} from '../rules/contributions.ts'
import type { ToldList } from '../rules/lists.ts'
import { shuffled } from '../rules/shuffle.ts'
import { endOf, forgottenOf } from '../rules/window-dates.ts'
import { type Taken, takenAt } from './taken-at-close.ts'

/** Every author has one token at a time: the quote that waits. */
const TOKEN = 'quote'

export const quoteId = ({ secrets }: Pick<PulsePorts, 'secrets'>, token: string) => secrets.hmac('quote', token)

/** R10: nobody can make this id without the secret of the window, which is destroyed a week after the close. */
export const contributionId = ({ secrets }: Pick<PulsePorts, 'secrets'>, secret: string, person: PersonId) =>
  secrets.hmac('contribution', secret, person)

interface Author {
  block: string
  person: PersonId
}

/**
 * R10: closes a window. What everybody who counts ticked last is taken over under ids of this window alone, in one
 * shuffled batch, so that neither order nor system time tells whose it is. What was written before a crash is left as it is.
 */
export async function closeWindow(ports: PulsePorts, window: KeptWindow): Promise<KeptWindow> {
  const { kept, random, secrets } = ports
  const secret = window.secret ?? secrets.hmac('window', random.id(), random.id())
  const known = await change(kept.windows, window, (current) =>
    current?.secret ? undefined : { ...(current ?? window), secret },
  )
  const closing = known.doc ?? window
  const taken = closing.certain && closing.list ? await gathered(ports, closing, closing.list) : NOTHING
  for (const one of shuffled(random, taken.given)) await putIfUnchanged(kept.contributions, one)
  for (const one of shuffled(random, taken.quotes)) await putIfUnchanged(kept.waiting, one)
  const { since = closing.since } = taken
  const closed = await change(kept.windows, closing, (current): KeptWindow | undefined =>
    current?.state === 'open' ? { ...current, ...(since && { since }), state: 'closed' } : undefined,
  )
  return closed.doc ?? closing
}

interface Gathered {
  given: readonly KeptContribution[]
  quotes: readonly KeptQuote[]
  /** With which window the period began at last. */
  since?: Week
}

const NOTHING: Gathered = { given: [], quotes: [] }

async function gathered(ports: PulsePorts, window: KeptWindow, list: ToldList): Promise<Gathered> {
  const { secret = '' } = window
  const at = await takenAt(ports, window)
  const { base, pulses, period } = at
  const [first] = period
  // R17: nobody knows who could have answered. That tells no list, and it says of no block that it is small.
  if (!first) return NOTHING
  const told = { list, period, base }
  const could = couldAnswer(told, at.answers, at.isThere)
  for (const pulse of pulses) await counted(ports, pulse, could.get(pulse.block) ?? NOBODY)
  const given: KeptContribution[] = contributionsTo(told, at.answers).map((one) => ({
    ...keptOf(window, base.get(one.author) ?? '', one),
    id: contributionId(ports, secret, one.author),
  }))
  const quotes: KeptQuote[] = []
  for (const [person, block] of at.authors) {
    const quote = await quoteOf(ports, window, at, { block, person })
    if (quote) quotes.push(quote)
  }
  return { given, quotes, since: first.from }
}

/** R17: what the floors look at, from now on. Done again it is the same until the block is published. */
const counted = ({ kept }: PulsePorts, pulse: KeptPulse, { people, there }: Could) =>
  change(kept.pulses, pulse, (current) => {
    const isKnown = current?.people === people && current.there === there
    return current?.state === 'open' && !isKnown ? { ...current, people, there } : undefined
  })

const keptOf = (window: KeptWindow, block: string, { how, topics, needs }: Contribution) => ({
  tenant: window.tenant,
  window: window.from,
  block,
  how,
  topics: [...topics],
  needs: [...needs],
  expires: instant(endOf(window)),
})

/** The first text that somebody agreed to, of a window in which they shared nothing by name. */
async function agreedBy({ agreedOf }: PulsePorts, tenant: string, { quoting, answers }: Taken, person: PersonId) {
  for (const part of quoting) {
    const counts = countedIn([part], answers.get(person)).length > 0
    const [agreed] = counts ? await agreedOf(tenant, person, part) : []
    if (agreed) return agreed
  }
  return undefined
}

/** R9: one waits for each author. The token is kept first: a quote without one could not be withdrawn. */
async function quoteOf(ports: PulsePorts, window: KeptWindow, at: Taken, { block, person }: Author) {
  const { kept, random, secrets } = ports
  const { tenant, from: taken } = window
  const agreed = await agreedBy(ports, tenant, at, person)
  if (!agreed) return undefined
  const known = await kept.tokens.get({ tenant, person, id: TOKEN })
  const waits = known && (await kept.waiting.get({ tenant, id: quoteId(ports, known.token) }))
  if (waits && waits.taken !== taken && waits.block === block) return undefined
  // The token of what was shown before is kept beside the new one: by it the author finds their own words back.
  if (known && known.taken !== taken) {
    const { etag: _etag, ...past } = known
    await putIfUnchanged(kept.tokens, { ...past, id: `${TOKEN}-${known.taken}` })
  }
  const expires = instant(forgottenOf(window))
  const fresh = { tenant, person, id: TOKEN, token: random.id(), moment: agreed.moment, taken, expires }
  const { doc } = await change(kept.tokens, fresh, (current): QuoteToken | undefined =>
    current?.taken === taken ? undefined : { ...fresh, ...(current?.etag && { etag: current.etag }) },
  )
  const { token } = doc ?? fresh
  const readers = agreed.readers.map((reader) => markOf(secrets, tenant, reader))
  return { tenant, id: quoteId(ports, token), block, taken, text: agreed.text, readers, missed: 0, expires }
}
