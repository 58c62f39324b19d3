import type { BotSdk, Credentials, EdgeName, OpenSdk } from './bot-sdk.ts'

const MAKERS: Record<EdgeName, () => Promise<{ openSdk: OpenSdk }>> = {
  botbuilder: () => import('./botbuilder/sdk.ts'),
  teams: () => import('./teams-sdk/sdk.ts'),
}

/**
 * Loads the SDK of this edge, and no other: it takes a quarter of a start.
 * @throws {Error} when there is no app registration: an SDK would then check nothing
 */
export async function openedSdk(edge: EdgeName, credentials: Credentials, openIdMetadataUrl?: string): Promise<BotSdk> {
  if (!credentials.appId) throw new Error('production needs an app registration')
  const { openSdk } = await MAKERS[edge]()
  return openSdk(credentials, openIdMetadataUrl)
}
