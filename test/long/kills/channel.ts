import { setTimeout as pass } from 'node:timers/promises'
import type { Card } from '../../../cards/kit/card.ts'
import { serve } from '../../edge/channel.ts'

/** A message in somebody's chat. */
export interface Shown {
  id: string
  person: string
  /** As it is now: a card may have been put in the place of another. */
  content: Card | string
  /** As it came. */
  first: string
  /** The activity that it answers; what the bot began itself answers none. */
  answers?: string
}

/** The channel as a bot sees it. It keeps what it was brought before it says so, and takes a moment for that. */
export interface Channel {
  url: string
  messages: Shown[]
  of(person: string): readonly Shown[]
  get(id: string): Shown | undefined
  /** The newest answer to this activity. */
  answerTo(activity: string): Shown | undefined
  close(): Promise<void>
}

const PATH = /^\/v3\/conversations\/a:([^/]+)\/activities(?:\/([^/]+))?$/

interface Brought {
  text?: string
  attachments?: { content: Card }[]
}

export async function openChannel(slowness: () => number): Promise<Channel> {
  const messages: Shown[] = []
  const byId = new Map<string, Shown>()
  const chats = new Map<string, Shown[]>()
  const answers = new Map<string, Shown>()

  function post(person: string, content: Card | string, answered?: string): string {
    const shown: Shown = {
      id: `m${messages.length + 1}`,
      person,
      content,
      first: JSON.stringify(content),
      ...(answered && { answers: answered }),
    }
    messages.push(shown)
    byId.set(shown.id, shown)
    chats.set(person, [...(chats.get(person) ?? []), shown])
    if (answered) answers.set(answered, shown)
    return shown.id
  }

  function take(method: string, path: string, { text = '', attachments = [] }: Brought): string | undefined {
    const [, person = '', about] = PATH.exec(path) ?? []
    const content = attachments[0]?.content ?? text
    if (method === 'POST') return post(person, content, about)
    const known = about && byId.get(about)
    if (known) known.content = content
    return known ? about : undefined
  }

  const server = await serve(async (req, res) => {
    try {
      let text = ''
      for await (const chunk of req) text += chunk
      const id = take(req.method ?? '', decodeURIComponent(req.url ?? ''), JSON.parse(text))
      await pass(slowness())
      res.writeHead(id ? 201 : 404, { 'content-type': 'application/json' })
      res.end(JSON.stringify({ id }))
    } catch {
      // Who brought it was killed before all of it was here: then it was not brought.
      req.socket.destroy()
    }
  })
  return {
    ...server,
    messages,
    of: (person) => chats.get(person) ?? [],
    get: (id) => byId.get(id),
    answerTo: (activity) => answers.get(activity),
  }
}
