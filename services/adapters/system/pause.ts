/** Lets all others go first who wait for this process. */
export const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
