import type { TokenCredential } from '@azure/identity'

/**
 * The managed identity of the host, or of whoever is signed in on a developer's machine. Read when the first token is
 * wanted: who keeps everything in a file need not load it.
 */
export function entraIdentity(): TokenCredential {
  let credential: Promise<TokenCredential> | undefined
  return {
    async getToken(...asked) {
      credential ??= import('@azure/identity').then(({ DefaultAzureCredential }) => new DefaultAzureCredential())
      return (await credential).getToken(...asked)
    },
  }
}
