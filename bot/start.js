import { enableCompileCache, flushCompileCache } from 'node:module'

// Before any TypeScript is read: what comes from the cache has no types to take out, and Node need not load what does that.
enableCompileCache()
await import('./main.ts')
// Else it is written at the end, and a service that is killed has none.
flushCompileCache()
