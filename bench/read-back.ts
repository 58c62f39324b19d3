/** What an activity says that was carried to a wire, also when it came written already. */
export const readBack = <T>(activity: object): T =>
  (activity instanceof Uint8Array ? JSON.parse(Buffer.from(activity).toString()) : activity) as T
