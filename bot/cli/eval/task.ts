import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { z } from 'zod'
import { Remedy } from '../verb.ts'

const language = z.enum(['nl', 'en'])
const About = z.object({ rank: z.enum(['items', 'people']), lang: language })
const Evidence = z.object({
  id: z.string(),
  lang: language,
  date: z.string().optional(),
  text: z.string(),
  people: z.array(z.string()).default([]),
})
const Asked = z.object({
  id: z.string(),
  lang: language,
  date: z.string().optional(),
  text: z.string(),
  gold: z.record(z.string(), z.number()),
})

export type Evidence = z.infer<typeof Evidence>
export type Asked = z.infer<typeof Asked>

/** Queries with their right answers, and the evidence to find them in. */
export interface Task {
  name: string
  /** Whether items are ranked, or the people behind them. */
  rank: 'items' | 'people'
  evidence: Evidence[]
  queries: Asked[]
}

const ABOUT = 'task.json'
const FORMAT = `A task is a folder with ${ABOUT}, evidence.jsonl and queries.jsonl.`

/**
 * The folders that hold a task: this one, or those in it.
 * @throws {Remedy} when there is none
 */
export async function taskFolders(folder: string): Promise<string[]> {
  const isTask = (path: string) => existsSync(join(path, ABOUT))
  if (isTask(folder)) return [folder]
  const inside = await readdir(folder).catch(() => {
    throw new Remedy(`There is no folder ${folder}. ${FORMAT}`)
  })
  const folders = inside
    .sort()
    .map((name) => join(folder, name))
    .filter(isTask)
  if (folders.length === 0) throw new Remedy(`There is no task in ${folder}. ${FORMAT}`)
  return folders
}

/** @throws {Remedy} naming the file and line that are not of the format */
export async function readTask(folder: string): Promise<Task> {
  const [about] = await lines(join(folder, ABOUT), About, (text) => [text])
  const evidence = await lines(join(folder, 'evidence.jsonl'), Evidence)
  const queries = await lines(join(folder, 'queries.jsonl'), Asked)
  return { name: basename(resolve(folder)), rank: about?.rank ?? 'items', evidence, queries }
}

async function lines<T>(path: string, schema: z.ZodType<T>, split = (text: string) => text.split('\n')): Promise<T[]> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Remedy(`${path} cannot be read. ${FORMAT}`)
  })
  return split(text).flatMap((line, at) => {
    if (!line.trim()) return []
    const read = schema.safeParse(parsed(line))
    if (read.success) return [read.data]
    throw new Remedy(
      `${path}, line ${at + 1}, is not of the format: ${read.error.issues[0]?.path.join('.')}. ${FORMAT}`,
    )
  })
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
