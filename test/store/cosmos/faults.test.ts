import { survivesFaults } from './survived.ts'

describe('Cosmos DB, faults on the wire', () => survivesFaults(4))
