/** With `--small` every benchmark ends in minutes: it shows that it works and what it prints, and judges nothing. */
export const isSmall = process.argv.includes('--small')

export const sized = <T>(whole: T, small: T): T => (isSmall ? small : whole)

/** A count as the name of a figure has it. */
export const inWords = (count: number): string => count.toLocaleString('en')
