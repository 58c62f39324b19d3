import type { Request, Response } from 'restify'
import { asFile, type OwnData } from '../../services/privacy/formats.ts'
import { FileKind } from '../../services/privacy/schema.ts'
import { problem } from './problem.ts'

/** What a person may fetch without signing in. A ticket stands for the person: it is random, and valid for minutes. */
export interface TicketPorts {
  /** Undefined when the ticket is unknown or its time is over: the two are not told apart. */
  exported(ticket: string): Promise<OwnData | undefined>
}

const EXPIRED = 'This link is not valid any more. Type "exporteer" for a new one.'

/** Where the export is: one address per ticket and kind of file. */
export const EXPORT_PATH = '/api/me/export/:ticket/leermoment.:kind'

export const exportFile =
  ({ exported }: TicketPorts) =>
  async (req: Request, res: Response): Promise<void> => {
    const { ticket, kind } = req.params as { ticket: string; kind: string }
    const wanted = FileKind.safeParse(kind)
    const found = wanted.success ? await exported(ticket) : undefined
    if (!wanted.success || !found) return problem(res, { status: 404, title: EXPIRED })
    const file = asFile(found, wanted.data)
    res.setHeader('Content-Type', `${file.type}; charset=utf-8`)
    res.setHeader('Content-Disposition', `attachment; filename="leermoment.${kind}"`)
    res.sendRaw(200, file.text)
  }
