import { TEAMS_ID } from '../../services/core/ids.ts'
import type { Secrets } from '../../services/core/ports.ts'
import type { Turn } from '../turn.ts'
import type { Activity } from './activity.ts'
import { afterQuote } from './plain-text.ts'

/** Who did it, as it was verified: never from what the card says. */
export type Who = Pick<Turn, 'tenant' | 'person' | 'actor' | 'language' | 'stands' | 'at'>

/** What the activity means as a turn; undefined when it means nothing to this bot. */
export function turnOf(activity: Activity, who: Who, secrets: Secrets, doing = doingOf(activity)): Turn | undefined {
  if (!doing) return undefined
  const id = secrets.hmac('activity', who.tenant, activity.conversation.id, activity.id)
  const answers = quotedIn(activity) ?? activity.replyToId
  const replyTo = answers ? { replyTo: answers } : {}
  return { id, ...who, place: placeOf(activity), ...replyTo, ...doing }
}

/** A press that is answered inside its own request; any other is answered by a message. */
export const isExecute = ({ type, name }: Activity) => type === 'invoke' && name === 'adaptiveCard/action'

/** Whether the bot came to, or went from, this conversation. */
export function comingOf(activity: Activity): 'arrived' | 'left' | undefined {
  const { type, action, membersAdded, membersRemoved } = activity
  if (type === 'installationUpdate') {
    if (action === 'add' || action === 'add-upgrade') return 'arrived'
    return action === 'remove' || action === 'remove-upgrade' ? 'left' : undefined
  }
  if (type !== 'conversationUpdate') return undefined
  const isBot = ({ id }: { id: string }) => id === activity.recipient.id
  if (membersAdded?.some(isBot)) return 'arrived'
  return membersRemoved?.some(isBot) ? 'left' : undefined
}

type Doing =
  | { kind: 'said' | 'edited'; text: string }
  | { kind: 'pressed'; verb: string; input: Record<string, unknown> }
  | { kind: 'deleted' | 'left' }
  | { kind: 'arrived'; pushed?: true }

function doingOf(activity: Activity): Doing | undefined {
  if (activity.type === 'message')
    return isRecord(activity.value) ? pressed(activity.value.verb, activity.value) : said(activity)
  if (isExecute(activity)) {
    const action = isRecord(activity.value) && isRecord(activity.value.action) ? activity.value.action : {}
    return pressed(action.verb, isRecord(action.data) ? action.data : {})
  }
  if (activity.type === 'messageUpdate') return { kind: 'edited', text: wordsOf(activity) }
  if (activity.type === 'messageDelete') return { kind: 'deleted' }
  const kind = comingOf(activity)
  if (kind === 'arrived') return { kind, pushed: true }
  return kind && { kind }
}

function pressed(verb: unknown, data: Record<string, unknown>): Doing {
  const { verb: _, msteams: __, ...input } = data
  return { kind: 'pressed', verb: typeof verb === 'string' ? verb : '', input }
}

/** A message without words is one too: a picture, a recording, or the bot's name alone. */
const said = (activity: Activity): Doing => ({ kind: 'said', text: wordsOf(activity) })

/** A mention as the text has it. Teams writes `<` in a name as `&lt;`. */
const MENTION = /<at\b[^<>]*>[^<>]*<\/at>/g

/** The text without the mention that called the bot, others by their name alone, and Teams' escapes undone. */
function wordsOf({ text, entities, recipient, attachments }: Activity): string {
  // Whom each mention is of, in order: two people may be called the same.
  const mentions = new Map<string, boolean[]>()
  for (const { type, mentioned, text: tagged } of entities ?? []) {
    if (type !== 'mention' || typeof tagged !== 'string') continue
    const isBot = isRecord(mentioned) && mentioned.id === recipient.id
    const same = mentions.get(tagged)
    if (same) same.push(isBot)
    else mentions.set(tagged, [isBot])
  }
  // One pass, however many there are.
  const own = (withoutQuote(attachments) ?? text ?? '').replace(QUOTED, ' ')
  const words = own.replace(MENTION, (tagged) => {
    const isBot = mentions.get(tagged)?.shift()
    if (isBot === undefined) return tagged
    return isBot ? '' : tagged.replace(/^<at[^>]*>|<\/at>$/g, '')
  })
  return words.replace(/&(amp|lt|gt|quot|apos|nbsp|#39|#160);/g, (sign) => ESCAPES[sign] ?? sign).trim()
}

/** Stands in the text where a quoted message is shown. */
const QUOTED = /<quoted\b[^<>]{0,500}>/gi
/** An earlier form of Teams: the quote comes as HTML beside the text. */
const REPLY = /<blockquote\b[^<>]{0,500}itemtype="http:\/\/schema\.skype\.com\/Reply"[^<>]{0,500}>/i
const ITEM = /\bitemid="([\w:-]{1,200})"/i

/** In the earlier form the words of the quote stand in the text too: the HTML beside it says which are the person's own. */
function withoutQuote(attachments: Activity['attachments']): string | undefined {
  for (const { contentType, content } of attachments ?? []) {
    if (contentType !== 'text/html' || typeof content !== 'string' || !REPLY.test(content)) continue
    return (afterQuote(content) ?? '')
      .replace(/<br\s*\/?>|<\/(?:p|div)>/gi, '\n')
      .replace(/<(?!\/?at\b)[^<>]*>/gi, '')
      .trim()
  }
  return undefined
}

/** The message that is quoted, which is what somebody answers; with several of them, the first. */
function quotedIn({ entities, attachments }: Activity): string | undefined {
  for (const { type, quotedReply } of entities ?? []) {
    if (type === 'quotedReply' && isRecord(quotedReply) && TEAMS_ID.test(String(quotedReply.messageId))) {
      return String(quotedReply.messageId)
    }
  }
  for (const { contentType, content } of attachments ?? []) {
    const quote = contentType === 'text/html' && typeof content === 'string' ? REPLY.exec(content)?.[0] : undefined
    const item = quote && ITEM.exec(quote)?.[1]
    if (item) return item
  }
  return undefined
}

const ESCAPES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&nbsp;': ' ',
  '&#160;': ' ',
}

function placeOf({ conversation }: Activity): Turn['place'] {
  if (conversation.conversationType === 'channel') return 'channel'
  return conversation.conversationType === 'groupChat' ? 'group' : 'personal'
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
