// Nothing outside may import test: what the benchmarks need too lies with them.
export { type Azurite, openAzurite } from '../../bench/delivery/azurite.ts'
