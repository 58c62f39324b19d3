import { Remedy, type Verbs } from '../verb.ts'

const USAGE = 'key move --to FILE'

/** Where the key of the hashed ids lies. */
export const key: Verbs = {
  'key move': {
    usage: USAGE,
    does: 'Takes the key of the hashed ids out of the store, into a file; stop the service first',
    async runAlone(args) {
      const { movedKey } = await import('./move-key.ts')
      const path = args.needed('to')
      if (args.words.length > 0) throw new Remedy(`Usage: leermoment ${USAGE}`)
      const { fingerprint } = await movedKey(path)
      return {
        lines: [
          `The key ${fingerprint} lies in ${path}, and no more in the store. Set LEERMOMENT_KEY_FILE=${path} and start the service.`,
          'Keep a copy of the file apart from every backup of the store: without it no hashed id can be found again.',
        ],
        json: { key: fingerprint, file: path },
      }
    },
  },
}
