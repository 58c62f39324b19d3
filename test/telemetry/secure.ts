import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync } from 'node:zlib'

/** Somebody who collects over TLS, with a certificate that nobody else trusts. */
export async function openSecure() {
  const folder = await mkdtemp(join(tmpdir(), 'leermoment-tls-'))
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')]
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1']
  const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', certificate]
  await promisify(execFile)('openssl', [...made, ...subject])
  const texts: string[] = []
  const pair = { key: await readFile(key), cert: await readFile(certificate) }
  const server = createServer(pair, async (req, res) => {
    const parts: Buffer[] = []
    for await (const part of req) parts.push(part)
    const bytes = Buffer.concat(parts)
    texts.push((req.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString())
    res.end(JSON.stringify({ itemsReceived: 1, itemsAccepted: 1, errors: [] }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    certificate,
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: () => texts.join('\n'),
    async close() {
      server.closeAllConnections()
      server.close()
      await rm(folder, { recursive: true })
    },
  }
}
