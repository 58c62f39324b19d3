import { DefaultAzureCredential } from '@azure/identity'
import { QueueClient } from '@azure/storage-queue'
import { away } from './azure/away.ts'
import { killed } from './azure/killed.ts'
import { mending } from './azure/mending.ts'
import { poison } from './azure/poison.ts'
import { strays } from './azure/strays.ts'
import { type Azurite, openAzurite } from './azurite.ts'
import { lanesContract } from './contract.ts'
import { placeAt, placeOn } from './on-azurite.ts'

/** Over a line to a data centre everything takes longer. */
const FAR_MS = 1_000

describe('lanes, in Azure Storage Queues', () => {
  let azurite: Azurite
  before(async () => {
    azurite = await openAzurite()
  })
  after(() => azurite.close())

  lanesContract('Azure Storage Queues, Azurite', async () => placeOn(azurite))
  for (const part of [poison, strays, mending, killed, away]) describe(part.name, () => part(() => azurite))
})

/** The same against a real queue, which is emptied: see docs/azure-queue.md. */
const { AZURE_STORAGE_QUEUE_URL: url } = process.env
if (url) {
  lanesContract('Azure Storage Queues, Azure', async () => {
    const raw = new QueueClient(url, new DefaultAzureCredential())
    await raw.clearMessages()
    return placeAt({ url }, FAR_MS)
  })
} else {
  after(() => {
    process.stdout.write(
      '\n  Azure Storage Queues, Azure: not run, for AZURE_STORAGE_QUEUE_URL is not set. See docs/azure-queue.md.\n',
    )
  })
}
