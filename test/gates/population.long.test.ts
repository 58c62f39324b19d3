import { populations } from './population.ts'

describe('delivery gates: a round for 2,000 people while one request in ten fails', () => populations([2, 3]))
