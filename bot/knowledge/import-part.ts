import { plainText } from '../../services/adapters/html/plain-text.ts'
import { pause } from '../../services/adapters/system/pause.ts'
import {
  type Choices,
  type ImportingPorts,
  knowledgeImports,
  type Progress,
  type ReadFile,
} from '../../services/knowledge/importing/importing.ts'
import type { GivenFile } from './file-part.ts'

/** What a municipality had already, read from a file and put in the knowledge bank. */
export function importPart(ports: Omit<ImportingPorts, 'plain' | 'pause'>) {
  const service = knowledgeImports({ ...ports, plain: plainText, pause })

  async function read<Outcome>(given: GivenFile, use: (file: ReadFile) => Promise<Outcome>) {
    // What reads files is not loaded at a start.
    const { isUnreadable, opened } = await import('./file-part.ts')
    try {
      return await use(await opened(given))
    } catch (error) {
      if (!isUnreadable(error)) throw error
      const reason = error.message.replace(/ Nothing was imported\.$/, '')
      const line = Number(/^Line (\d+):/.exec(reason)?.[1] ?? 0)
      return { kind: 'refused' as const, reason, problem: { code: 'unreadable' as const, ...(line > 0 && { line }) } }
    }
  }

  return {
    look: (tenant: string, given: GivenFile, choices?: Choices, progress?: Progress) =>
      read(given, (file) => service.look(tenant, file, choices, progress)),
    import: (tenant: string, given: GivenFile, choices?: Choices, progress?: Progress) =>
      read(given, (file) => service.import(tenant, file, choices, progress)),
    undo: service.undo,
    documents: service.documents,
    unkept: service.unkept,
    handOver: service.handOver,
    last: service.last,
    drop: service.drop,
    export: service.export,
    forget: service.forget,
  }
}

export type ImportPart = ReturnType<typeof importPart>
