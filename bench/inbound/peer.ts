/**
 * The least that a bot on this SDK can do with a press: CloudAdapter behind restify, and always the same card. With
 * `RAW_STORE`, the path of a file, it writes the press there twice before it answers, each time in a commit of its own:
 * no bot that keeps what was pressed, and a task beside it, can do with less.
 */
import { DatabaseSync } from 'node:sqlite'
import {
  type AdaptiveCardInvokeResponse,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  TeamsActivityHandler,
  type TurnContext,
} from 'botbuilder'
import { createServer, plugins, type Request, type Response } from 'restify'
import { CARD, wireForm } from '../../bot/teams/outbound.ts'
import { savedCard } from '../../cards/reflection/saved.ts'

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

const { RAW_STORE } = process.env
const keep = RAW_STORE === undefined ? undefined : keeper(RAW_STORE)

function keeper(path: string): (press: unknown) => void {
  const db = new DatabaseSync(path)
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
  db.exec('CREATE TABLE press (id INTEGER PRIMARY KEY, doc TEXT) STRICT')
  const insert = db.prepare('INSERT INTO press (doc) VALUES (?)')
  return (press) => {
    const doc = JSON.stringify(press)
    insert.run(doc)
    insert.run(doc)
  }
}

class Peer extends TeamsActivityHandler {
  protected override async onAdaptiveCardInvoke({ activity }: TurnContext): Promise<AdaptiveCardInvokeResponse> {
    keep?.(activity)
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
