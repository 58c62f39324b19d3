import { writeFile } from 'node:fs/promises'
import { files } from './files.ts'

for (const [name, text] of Object.entries(await files()))
  await writeFile(new URL(`../../infra/${name}`, import.meta.url), text)
