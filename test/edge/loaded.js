import { registerHooks } from 'node:module'

/** Preloaded into a service: says over IPC which packages it loaded, when it is asked. */
const packages = new Set()

registerHooks({
  resolve(name, context, next) {
    const found = next(name, context)
    const [, within] = found.url.split('/node_modules/')
    const parts = within?.split('/') ?? []
    if (within) packages.add(within.startsWith('@') ? `${parts[0]}/${parts[1]}` : parts[0])
    return found
  },
})

process.on('message', () => process.send?.([...packages]))
