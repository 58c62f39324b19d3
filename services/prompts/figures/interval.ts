/** How many of how many. */
export interface Share {
  count: number
  of: number
}

/** The limits of a share or of a difference of shares, between -1 and 1. */
export interface Interval {
  from: number
  to: number
}

/** 97.5 % of a normal distribution lies below it: so the interval holds 95 %. */
const Z = 1.959963984540054

/** What a share may be in truth, with 95 % confidence (Wilson 1927): it holds for small numbers too. */
export function wilson({ count, of }: Share): Interval {
  const [share, square] = [count / of, Z * Z]
  const middle = (share + square / (2 * of)) / (1 + square / of)
  const half = (Z / (1 + square / of)) * Math.sqrt((share * (1 - share)) / of + square / (4 * of * of))
  return { from: middle - half, to: middle + half }
}

/**
 * By how much one share may be larger than another in truth, with 95 % confidence: method 10 of Newcombe (1998),
 * "Interval estimation for the difference between independent proportions", Statistics in Medicine 17, 873-890.
 */
export function difference(one: Share, other: Share): Interval {
  const [first, second] = [one.count / one.of, other.count / other.of]
  const [ofFirst, ofSecond] = [wilson(one), wilson(other)]
  return {
    from: first - second - Math.hypot(first - ofFirst.from, ofSecond.to - second),
    to: first - second + Math.hypot(ofFirst.to - first, second - ofSecond.from),
  }
}
