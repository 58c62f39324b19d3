import { demo } from './demo.ts'
import { mainJob } from './main-job.ts'

describe('the main job, in a browser', function () {
  this.timeout(120_000)
  mainJob(demo)
})
