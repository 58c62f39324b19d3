const factorials: number[] = [0]

/** The logarithm of n!. */
function logOf(n: number): number {
  for (let at = factorials.length; at <= n; at++) factorials.push((factorials[at - 1] ?? 0) + Math.log(at))
  return factorials[n] ?? 0
}

export const choose = (of: number, some: number): number =>
  some < 0 || some > of ? 0 : Math.exp(logOf(of) - logOf(some) - logOf(of - some))

/** With what chance so many of `having` are among `drawn`, drawn from `all`. */
export const hypergeometric = (all: number, having: number, drawn: number, count: number): number =>
  (choose(having, count) * choose(all - having, drawn - count)) / choose(all, drawn)
