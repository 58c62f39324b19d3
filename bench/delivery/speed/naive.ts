/** What every example of the bot SDK does: a loop of `continueConversationAsync`. It records nothing. */
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type ConversationReference } from 'botbuilder'
import { messageOf } from '../../../bot/teams/outbound.ts'
import { serviceUrlOf } from '../connector.ts'
import { personOf, tenantOf } from '../town.ts'
import { cardFor } from '../trial.ts'
import { crowd, measured } from './measured.ts'

const { ORIGIN = '', PEOPLE = '0' } = process.env
const AT_ONCE = 16
const tenant = tenantOf(0)
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}))

const referenceTo = (person: string) =>
  ({
    channelId: 'msteams',
    serviceUrl: serviceUrlOf(ORIGIN, tenant),
    bot: { id: '28:leermoment', name: 'Leermoment' },
    user: { id: `29:${person}`, name: '' },
    conversation: { id: `a:${person}`, isGroup: false, conversationType: 'personal', tenantId: tenant, name: '' },
  }) satisfies Partial<ConversationReference>

await measured(() =>
  crowd(Number(PEOPLE), AT_ONCE, (place) => {
    const person = personOf(place)
    return adapter.continueConversationAsync('', referenceTo(person), async (context) => {
      await context.sendActivity(messageOf(cardFor(tenant, person)))
    })
  }),
)
