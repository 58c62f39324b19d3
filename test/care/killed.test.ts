import { KEEPERS } from '../store/keepers.ts'
import { killedAnywhere } from './killed-anywhere.ts'

describe('care: a process killed wherever it waits for the store, in memory', function () {
  this.timeout(120_000)
  killedAnywhere(KEEPERS.memory)
})
