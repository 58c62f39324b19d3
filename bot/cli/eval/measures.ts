/** How good each ranking is that counts five places, 0 to 1. */
export interface Quality {
  mrr: number
  ndcg: number
  recall: number
}

const PLACES = 5

/** Against the right answers with their grades. `ranked` is best first. */
export function qualityOf(ranked: readonly string[], gold: Readonly<Record<string, number>>): Quality {
  const shown = ranked.slice(0, PLACES)
  const gradeOf = (id: string) => gold[id] ?? 0
  const first = shown.findIndex((id) => gradeOf(id) > 0)
  const hits = shown.filter((id) => gradeOf(id) > 0).length
  const right = Object.values(gold).filter((grade) => grade > 0)
  const ideal = gain(right.sort((a, b) => b - a).slice(0, PLACES))
  return {
    mrr: first < 0 ? 0 : 1 / (first + 1),
    ndcg: ideal > 0 ? gain(shown.map(gradeOf)) / ideal : 0,
    recall: right.length > 0 ? hits / Math.min(PLACES, right.length) : 0,
  }
}

const gain = (grades: number[]) => grades.reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0)
