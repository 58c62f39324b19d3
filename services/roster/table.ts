/** A roster file as it is read: its headings, and its rows one after another, each with its line. */
export interface Table {
  encoding: string
  headings: readonly string[]
  line: number
  rows: AsyncIterable<{ line: number; cells: readonly string[]; cut?: true }>
}
