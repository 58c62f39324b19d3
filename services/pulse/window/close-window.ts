import type { PersonId } from '../../core/ports.ts'
import { change, putIfUnchanged } from '../../core/store/change.ts'
import { everything } from '../../core/store/read-all.ts'
import { instant } from '../../core/time.ts'
import type { KeptContribution, KeptPulse, KeptQuote, KeptWindow, QuoteToken } from '../documents.ts'
import { type Member, whoCanCount } from '../people/members.ts'
import { markOf, placeOf } from '../people/organisation-now.ts'
import { rolesOf } from '../people/roles.ts'
import type { PulsePorts } from '../pulse-ports.ts'
import { type Answer, type Contribution, contributionsTo } from '../rules/contributions.ts'
import { shuffled } from '../rules/shuffle.ts'
import { endOf, forgottenOf } from '../rules/window-dates.ts'

/** Every author has one token at a time: the quote that waits. */
const TOKEN = 'quote'

export const quoteId = ({ secrets }: Pick<PulsePorts, 'secrets'>, token: string) => secrets.hmac('quote', token)

/** R10: nobody can make this id without the secret of the window, which is destroyed a week after the close. */
export const contributionId = ({ secrets }: Pick<PulsePorts, 'secrets'>, secret: string, person: PersonId) =>
  secrets.hmac('contribution', secret, person)

/**
 * R10: closes a window. The ticks of everybody who counts are taken over under ids of this window alone, in one shuffled
 * batch, so that neither order nor system time tells whose they are. What was written before a crash is left as it is.
 */
export async function closeWindow(ports: PulsePorts, window: KeptWindow): Promise<KeptWindow> {
  const { kept, random, secrets } = ports
  const secret = window.secret ?? secrets.hmac('window', random.id(), random.id())
  const known = await change(kept.windows, window, (current) =>
    current?.secret ? undefined : { ...(current ?? window), secret },
  )
  const closing = known.doc ?? window
  if (closing.certain) {
    const { given, quotes } = await gathered(ports, closing)
    for (const one of shuffled(random, given)) await putIfUnchanged(kept.contributions, one)
    for (const one of shuffled(random, quotes)) await putIfUnchanged(kept.waiting, one)
  }
  const closed = await change(kept.windows, closing, (current): KeptWindow | undefined =>
    current?.state === 'open' ? { ...current, state: 'closed' } : undefined,
  )
  return closed.doc ?? closing
}

async function gathered(ports: PulsePorts, window: KeptWindow) {
  const { tenant, id, secret = '' } = window
  const pulses = await everything(ports.kept.pulses, { tenant }, 'window', id)
  const canCount = await stillCounting(ports, window, pulses)
  const answers: Answer[] = []
  for (const person of canCount.keys())
    for (const ticks of await ports.ticksOf(tenant, person, window)) answers.push({ ...ticks, person })
  const byUnit = contributionsTo(window, canCount, answers)
  const given: KeptContribution[] = []
  const quotes: KeptQuote[] = []
  for (const { block, units } of pulses) {
    for (const one of units.flatMap((unit) => byUnit.get(unit) ?? [])) {
      given.push({ ...keptOf(window, block, one), id: contributionId(ports, secret, one.author) })
      const quote = await quoteOf(ports, window, block, one.author)
      if (quote) quotes.push(quote)
    }
  }
  return { given, quotes }
}

/** R2, R5: who could count at the opening, has not left, and reads nothing, then, now or before in this half year. */
async function stillCounting(ports: PulsePorts, window: KeptWindow, pulses: readonly KeptPulse[]) {
  const { tenant, from } = window
  const roles = await rolesOf({ ...ports, roles: ports.kept.roles }, tenant)
  const place = placeOf(await ports.everyone(tenant), roles)
  const canCount = whoCanCount(place?.members ?? [], from)
  const readers = new Set([...(window.readers ?? []), ...pulses.flatMap((pulse) => pulse.readers)])
  const counting = [...canCount].filter(([person]) => !readers.has(markOf(ports.secrets, tenant, person)))
  return new Map<PersonId, Member>(counting)
}

const keptOf = (window: KeptWindow, block: string, { how, topics, needs }: Contribution) => ({
  tenant: window.tenant,
  window: window.from,
  block,
  how,
  topics: [...topics],
  needs: [...needs],
  expires: instant(endOf(window)),
})

/** R9: one waits for each author. The token is kept first: a quote without one could not be withdrawn. */
async function quoteOf(ports: PulsePorts, window: KeptWindow, block: string, person: PersonId) {
  const { kept, random, secrets } = ports
  const { tenant, from: taken } = window
  const [agreed] = await ports.agreedOf(tenant, person, window)
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
