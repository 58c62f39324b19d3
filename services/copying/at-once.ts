const AT_ONCE = 12

/**
 * Does the same to all that comes, some at a time, holding no more than those. The first failure is thrown once what
 * was under way has ended, and nothing new is begun after it.
 */
export async function atOnce<T>(all: AsyncIterable<T>, act: (one: T) => Promise<void>): Promise<void> {
  const coming = all[Symbol.asyncIterator]()
  let failed = false
  const work = async () => {
    try {
      for (let next = await coming.next(); !next.done && !failed; next = await coming.next()) await act(next.value)
    } catch (error) {
      failed = true
      throw error
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, work))
  await coming.return?.()
  for (const one of ended) if (one.status === 'rejected') throw one.reason
}
