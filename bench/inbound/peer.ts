/** The least that a bot on this SDK can do with a press: CloudAdapter behind restify, and always the same card. */
import {
  type AdaptiveCardInvokeResponse,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  TeamsActivityHandler,
} from 'botbuilder'
import { createServer, plugins, type Request, type Response } from 'restify'
import { CARD, wireForm } from '../../bot/teams/outbound.ts'
import { savedCard } from '../../cards/reflection.ts'

const saved = wireForm(
  savedCard({
    language: 'nl',
    moment: { id: 'question-2026-W47', sharing: 'self' },
    late: false,
    reward: {
      text: 'Een parkeervergunning voor een leaseauto kan gewoon. Bijna iedereen vergeet alleen de verklaring van de leasemaatschappij.',
      by: 'Karin de Wit',
    },
  }),
)

class Peer extends TeamsActivityHandler {
  protected override async onAdaptiveCardInvoke(): Promise<AdaptiveCardInvokeResponse> {
    return { statusCode: 200, type: CARD, value: { ...saved } }
  }
}

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}))
const bot = new Peer()
const server = createServer()
server.use(plugins.bodyParser())
server.post('/api/messages', async (req: Request, res: Response) => {
  await adapter.process(req, res, (context) => bot.run(context))
})
server.listen(0, '127.0.0.1', () =>
  process.stdout.write(`${JSON.stringify({ event: 'started', port: server.address().port })}\n`),
)
