import type { Given } from './store-setting.ts'

/** The municipality's own endpoint for what texts mean. */
export interface EmbeddingSetting {
  url: string
  model: string | undefined
  key: string | undefined
}

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']
const NO_URL =
  'LEERMOMENT_EMBEDDING_URL is not an https address. Use the address of your own endpoint, or leave it out: words alone then decide.'
const LOOSE = 'is set without LEERMOMENT_EMBEDDING_URL. Set that too, or take it away.'

/** Undefined while nobody set it; or what has to be mended, one line per setting, never its value. */
export function embeddingSetting(given: Given): EmbeddingSetting | undefined | string[] {
  const { LEERMOMENT_EMBEDDING_URL: url, LEERMOMENT_EMBEDDING_MODEL: model, LEERMOMENT_EMBEDDING_KEY: key } = given
  if (!url) {
    const loose = Object.entries({ LEERMOMENT_EMBEDDING_MODEL: model, LEERMOMENT_EMBEDDING_KEY: key })
    const lines = loose.flatMap(([name, value]) => (value ? [`${name} ${LOOSE}`] : []))
    return lines.length > 0 ? lines : undefined
  }
  const { protocol, hostname = '', username, password } = URL.parse(url) ?? {}
  const isSafe = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname))
  return isSafe && !username && !password ? { url, model, key } : [NO_URL]
}
