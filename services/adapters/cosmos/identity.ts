import type { TokenCredential } from '@azure/identity'

/**
 * The managed identity of the host, or of the person who is signed in on a developer's machine. It is read when the
 * first token is wanted: a host that keeps everything in a file need not load it.
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
