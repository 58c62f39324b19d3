import type { Clock, Log, Secrets } from '../../services/core/ports.ts'
import { throttle } from '../service/throttle.ts'
import type { Dialog, Extension, Offered, Reply, Turn } from '../turn.ts'
import type { Activity } from './activity.ts'
import { type Asked, askedOf, isOfDialog } from './extension-invoke.ts'
import { type Identify, languageOf } from './identified.ts'
import { type Answer, CARD, dialogForm } from './outbound.ts'

/** Teams asks at every stop while somebody types. */
const LOOKS = { burst: 60, perMinute: 120 }
/** What is pressed in a dialog is as much as what is pressed in the chat. */
const PRESSES = { burst: 20, perMinute: 30 }
const SHOWN_BESIDE = 'application/vnd.microsoft.card.thumbnail'

interface ExtendingOptions {
  extension: Extension
  identify: Identify
  dispatch(turn: Turn): Promise<Reply | undefined>
  clock: Clock
  passed?: () => number
  secrets: Secrets
  log: Log
}

/**
 * What somebody does from another chat than theirs with the bot. It is answered in the request, for this person alone: a list
 * to choose from, a dialog, or one line that says why not. Nothing is noted of the chat that it came from.
 */
export function createExtending({ extension, identify, dispatch, clock, secrets, log, passed }: ExtendingOptions) {
  const time = passed && { now: passed }
  const looks = throttle({ ...LOOKS, ...time })
  const presses = throttle({ ...PRESSES, ...time })

  async function answered(activity: Activity, asked: Asked, by: Omit<Turn, 'kind' | 'id' | 'place'>): Promise<Answer> {
    const id = secrets.hmac('activity', by.tenant, activity.conversation.id, activity.id)
    const { tenant, person, actor, at, language, stands } = by
    // Whatever chat it came from: what is answered is seen by this person alone.
    const turn = {
      id,
      tenant,
      person,
      at,
      language,
      place: 'personal' as const,
      ...(actor && { actor }),
      ...(stands && { stands }),
    }
    if (asked.kind === 'sought') return listed(await extension.find({ ...turn, ...asked }))
    if (asked.kind === 'pasted') return listed(await extension.unfurl({ ...turn, ...asked }))
    if (asked.kind === 'taken') return opened(await extension.take({ ...turn, ...asked }))
    return goneOn(await dispatch({ ...turn, ...asked }), extension.title)
  }

  return async (activity: Activity, tenant: string, request: string): Promise<Answer> => {
    const { aadObjectId: person } = activity.from
    const told = (why: 'stranger' | 'too-fast' | 'failed', language = languageOf(activity)) => {
      const line = extension.refusal(language, why)
      return isOfDialog(activity) ? opened({ kind: 'told', line }) : listed({ kind: 'told', line })
    }
    const asked = askedOf(activity)
    if (!asked) return { status: 400, body: { error: 'bad-input', request } }
    if (!person) return told('stranger')
    const limit = asked.kind === 'pressed' ? presses : looks
    const { passed: passes, first } = limit.take(`${tenant} ${person}`)
    if (first) log.info('throttled', { request })
    if (!passes) return told('too-fast')
    try {
      const who = await identify(tenant, person)
      if (!who) return told('stranger')
      return await answered(activity, asked, { tenant, ...who, at: clock.now() })
    } catch (error) {
      log.error('extension-failed', { request, code: error instanceof Error ? error.name : 'unknown' })
      return told('failed')
    }
  }
}

const listed = (offered: Offered): Answer => {
  if (offered.kind === 'told')
    return { status: 200, body: { composeExtension: { type: 'message', text: offered.line } } }
  const attachments = offered.results.map(({ seen, inserted }) => ({
    contentType: CARD,
    content: inserted,
    preview: { contentType: SHOWN_BESIDE, content: seen },
  }))
  return { status: 200, body: { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } } }
}

const opened = (dialog: Dialog): Answer =>
  dialog.kind === 'told'
    ? { status: 200, body: { task: { type: 'message', value: dialog.line } } }
    : goneOn(dialog, dialog.title)

/** Every button of the card stays within the dialog. */
function goneOn(reply: Pick<Reply, 'card'> | undefined, title: string): Answer {
  if (!reply) return { status: 200 }
  const card = { contentType: CARD, content: dialogForm(reply.card) }
  return { status: 200, body: { task: { type: 'continue', value: { title, width: 'medium', height: 'large', card } } } }
}
