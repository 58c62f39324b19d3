// Nothing outside may import test: what the benchmarks need too lies with them.
export { KEY, openServer } from '../../../bench/cost/server.ts'
