/** Tells the parent process how many seconds the work took, and ends this one. */
export async function measured(work: () => Promise<unknown>): Promise<never> {
  const began = performance.now()
  const cpu = process.cpuUsage()
  await work()
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(cpu)
  process.stdout.write(`${JSON.stringify({ seconds, cpuSeconds: (user + system) / 1e6 })}\n`)
  process.exit(0)
}

/** So many at a time, as often as there are people. */
export async function crowd(people: number, atOnce: number, send: (place: number) => Promise<unknown>): Promise<void> {
  let next = 0
  const one = async () => {
    while (next < people) await send(next++)
  }
  await Promise.all(Array.from({ length: atOnce }, one))
}
