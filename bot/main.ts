import { enableCompileCache } from 'node:module'

// Where a cache can be kept, the second start is a third faster. It has to be on before the rest is read.
enableCompileCache()
await import('./serve.ts')
