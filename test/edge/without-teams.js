import { registerHooks } from 'node:module'

/** Preloaded where the optional SDK is not installed. */
registerHooks({
  resolve(name, context, next) {
    if (name.startsWith('@microsoft/teams.apps'))
      throw Object.assign(new Error(`Cannot find package '${name}'`), { code: 'ERR_MODULE_NOT_FOUND' })
    return next(name, context)
  },
})
