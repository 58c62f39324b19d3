import { survivesFaults } from './survived.ts'

describe('Cosmos DB, faults on the wire, at every place', () => survivesFaults(1))
