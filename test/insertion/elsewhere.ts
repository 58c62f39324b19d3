import type { Card } from '../../cards/kit/card.ts'
import { message } from '../edge/channel.ts'
import { openEdge } from '../edge/world.ts'
import { House, TENANT } from '../house.ts'

export interface Attachment {
  contentType: string
  content: { body: { text: string }[]; actions: { url: string }[] }
  preview: { contentType: string; content: { title: string; text: string } }
}

/** The chat of two colleagues, in which the bot is not: Teams calls it personal as well. */
export const COLLEAGUES = { id: '19:sanne_karin@unq.gbl.spaces', conversationType: 'personal', tenantId: TENANT }

/** The whole house behind the real edge, entered from a chat that is not one's own with the bot. */
export async function openElsewhere(given?: House) {
  const house = given ?? (await House.open())
  let broken = false
  const edge = await openEdge({
    tenants: [TENANT],
    contacts: house.contacts,
    clock: { now: () => house.now },
    passed: () => 0,
    identify: async (tenant, person) => {
      if (broken) throw new Error('the store is away')
      return house.app.standing.identify(tenant, person)
    },
    dispatch: (turn) => house.app.dispatch(turn),
    extension: house.app.extension,
  })
  const invoke = (person: string, name: string, value: unknown, given: Record<string, unknown> = {}) =>
    edge.asTeams(
      message({
        type: 'invoke',
        name: `composeExtension/${name}`,
        text: undefined,
        value,
        from: { id: `29:${person}`, aadObjectId: person },
        conversation: COLLEAGUES,
        channelData: { tenant: { id: TENANT }, source: { name: 'compose' } },
        ...given,
      }),
    )
  const query = (person: string, words: string, queryOptions: unknown = { skip: 0, count: 25 }) =>
    invoke(person, 'query', {
      commandId: 'find-knowledge',
      parameters: [words ? { name: 'query', value: words } : { name: 'initialRun', value: 'true' }],
      queryOptions,
    })
  const payload = (html: string) => ({
    id: '1606515483514',
    replyToId: null,
    messageType: 'message',
    createdDateTime: '2026-11-18T08:58:03.514Z',
    linkToMessage: 'https://teams.microsoft.com/l/message/19:x/1606515483514',
    from: { user: { id: 'bram', displayName: 'Bram Visser', userIdentityType: 'aadUser' }, device: null },
    body: { contentType: 'html', content: html },
    attachments: [],
    mentions: [],
    reactions: [],
  })
  return {
    house,
    edge,
    invoke,
    query,
    breaks: () => {
      broken = true
    },
    /** What is offered for these words. */
    async found(person: string, words: string, queryOptions?: unknown): Promise<Attachment[]> {
      const { body } = await query(person, words, queryOptions)
      return body.composeExtension.attachments
    },
    /** The one line that is told in the place of a list. */
    line: async (person: string, words = 'verhuizing') => (await query(person, words)).body.composeExtension.text,
    /** Opens the dialog on a message of a colleague. */
    takes: (person: string, commandId: string, html: string) =>
      invoke(person, 'fetchTask', { commandId, commandContext: 'message', messagePayload: payload(html) }),
    /** Presses a button in the dialog, as Teams sends it: the message comes along again. */
    submits: async (person: string, commandId: string, dialog: Card, title: string, inputs: Record<string, string>) => {
      const { data } = submitOf(dialog, title)
      const given = { commandId, commandContext: 'message', messagePayload: payload('<p>nog eens</p>') }
      return invoke(person, 'submitAction', { ...given, data: { ...data, ...inputs } })
    },
    close: edge.close,
  }
}

export type Elsewhere = Awaited<ReturnType<typeof openElsewhere>>

function submitOf(card: Card, title: string): { data: Record<string, string> } {
  const found = JSON.parse(JSON.stringify(card.actions)).find((action: { title: string }) => action.title === title)
  if (found?.type !== 'Action.Submit') throw new Error(`no button "${title}" that a dialog sends`)
  return found
}
