import { createHash, randomUUID } from 'node:crypto'
import { link, mkdir, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type KeyPlace, WrongKey } from '../../core/store/stored-key.ts'

const ONLY_MINE = 0o600
const SHOWN = 16

/** By what a key is known: a hash of it, under a name of its own. */
export const fingerprintOf = (key: string): string =>
  createHash('sha256').update(`fingerprint ${key}`).digest('hex').slice(0, SHOWN)

/** The key in a file that this user alone can read, as a vault mounts it. An empty file holds none. */
export const keyFile = (path: string): KeyPlace => ({
  name: path,
  read: () => withRemedy(path, () => keyIn(path)),
  write: (key) => withRemedy(path, () => written(path, key)),
  fingerprintOf,
})

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code

async function keyIn(path: string): Promise<string | undefined> {
  try {
    if (!(await stat(path)).isFile()) throw new WrongKey(`${path} is no plain file. ${NAME_ANOTHER}`)
    return (await readFile(path, 'utf8')).trim() || undefined
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

/** Never over another one, and on the disk before anybody goes on: a full disk leaves what stood there. */
async function written(path: string, key: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const target = await realpath(path).catch(() => path)
  const beside = `${target}.${randomUUID()}`
  try {
    const file = await open(beside, 'wx', ONLY_MINE)
    try {
      await file.writeFile(`${key}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
    await placed(beside, target)
  } finally {
    await rm(beside, { force: true })
  }
}

/** Some disks know no link: a share, for example. */
const NOT_LINKED = ['EEXIST', 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL']

/** A link goes over nothing, so that of two that start at the same time one holds. An empty file is replaced. */
async function placed(beside: string, target: string): Promise<void> {
  try {
    return await link(beside, target)
  } catch (error) {
    if (!NOT_LINKED.includes(codeOf(error) ?? '')) throw error
  }
  if ((await keyIn(target)) !== undefined) throw new WrongKey(`${target} holds a key by now. Do it again.`)
  await rename(beside, target)
}

const NAME_ANOTHER = 'Set LEERMOMENT_KEY_FILE to a file, for example /etc/leermoment/key.'
const NOT_ALLOWED =
  'may not be read or written by this user. Give the user of the service the file and its folder, or set LEERMOMENT_KEY_FILE to another file.'
const NO_ROOM =
  'cannot be written, for its disk is full. Make room, or set LEERMOMENT_KEY_FILE to a file on another disk.'
const NO_FOLDER = `does not lie in a folder. ${NAME_ANOTHER}`
const WHY: Record<string, string> = {
  EACCES: NOT_ALLOWED,
  EPERM: NOT_ALLOWED,
  EROFS:
    'lies on a disk that is read-only, as a vault mounts it. Move the key to a plain file first, load that into the vault, and set LEERMOMENT_KEY_FILE to the mount.',
  EISDIR: `is a folder. ${NAME_ANOTHER}`,
  ENOTDIR: NO_FOLDER,
  EEXIST: NO_FOLDER,
  ENOSPC: NO_ROOM,
  EDQUOT: NO_ROOM,
}

/** @throws {WrongKey} in the place of what the disk says */
async function withRemedy<Outcome>(path: string, work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work()
  } catch (error) {
    const code = codeOf(error)
    if (code === undefined) throw error
    throw new WrongKey(`${path} ${WHY[code] ?? `cannot be used (${code}). ${NAME_ANOTHER}`}`, { cause: error })
  }
}
