import { type Azurite, openAzurite } from '../lanes/azurite.ts'
import { demo } from './demo.ts'
import { mainJob } from './main-job.ts'

describe('the main job, in a browser, with due work in Azure Storage Queues', function () {
  this.timeout(120_000)
  let azurite: Azurite

  before(async () => {
    azurite = await openAzurite()
  })
  after(() => azurite.close())

  mainJob(() => demo({ LEERMOMENT_QUEUE: 'azure', AZURE_STORAGE_CONNECTION_STRING: azurite.connectionString }))
})
