/** Where `npm run test:long` moves the clock, for a process that is started with settings of its own: it is moved as well. */
export const movedClock = (): Record<string, string> =>
  Object.fromEntries(
    ['LD_PRELOAD', 'FAKETIME', 'FAKETIME_DONT_FAKE_MONOTONIC', 'NO_FAKE_STAT'].flatMap((name) => {
      const value = process.env[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )
