import { memoryStore } from '../../services/adapters/memory/store.ts'
import { contract } from './contract.ts'

contract('memory', async (ports) => {
  const store = memoryStore(ports)
  return { store, clean: () => store.close() }
})
