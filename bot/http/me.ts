import type { Request, Response } from 'restify'
import { asCsv, asMarkdown, type ExportedMoment } from '../../services/privacy/formats.ts'
import { problem } from './problem.ts'

/** What a person may fetch of themself. A ticket stands for the person: it is random, and valid for minutes. */
export interface MePorts {
  /** Undefined when the ticket is unknown or its time is over: the two are not told apart. */
  exported(ticket: string): Promise<{ everything: unknown; moments: ExportedMoment[]; title: string } | undefined>
}

const EXPIRED = 'This link is not valid any more. Type "exporteer" for a new one.'
const FILES = { json: 'application/json', md: 'text/markdown', csv: 'text/csv' } as const

/** Where the export is: one address per ticket and kind of file. */
export const EXPORT_PATH = '/api/me/export/:ticket/leermoment.:kind'

export const exportFile =
  ({ exported }: MePorts) =>
  async (req: Request, res: Response): Promise<void> => {
    const { ticket, kind } = req.params as { ticket: string; kind: string }
    const found = Object.hasOwn(FILES, kind) ? await exported(ticket) : undefined
    if (!found) return problem(res, { status: 404, title: EXPIRED })
    const { everything, moments, title } = found
    const body = { json: JSON.stringify(everything, null, 2), md: asMarkdown(title, moments), csv: asCsv(moments) }
    res.setHeader('Content-Type', `${FILES[kind as keyof typeof FILES]}; charset=utf-8`)
    res.setHeader('Content-Disposition', `attachment; filename="leermoment.${kind}"`)
    res.sendRaw(200, body[kind as keyof typeof FILES])
  }
