/** A heading without regard to capitals, spaces, or signs that join words. */
export const foldedHeading = (heading: string): string =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cf}\p{Cc}_.:'’-]/gu, '')
