import { readFileSync, writeFileSync } from 'node:fs'
import { ARCHITECTURE, drawn } from './drawing.ts'

writeFileSync(ARCHITECTURE, await drawn(readFileSync(ARCHITECTURE, 'utf8')))
