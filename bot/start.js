import { enableCompileCache } from 'node:module'

// Before any TypeScript is read: what comes from the cache has no types to take out, and Node need not load what does that.
enableCompileCache()
await import('./main.ts')
