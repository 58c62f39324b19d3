import { everyPage, inPublishedTown } from './every-page.ts'

describe('the tab, for everyone, in the other language', function () {
  this.timeout(120_000)
  everyPage(inPublishedTown(), [
    ['staff', 'en'],
    ['manager', 'nl'],
    ['HR', 'en'],
    ['administrator', 'nl'],
    ['works council', 'en'],
  ])
})
