const [WIDTH, HEIGHT, EDGE] = [640, 240, 40]

/** Documents for each person at the end of each month, as a picture for the documents. */
export function plotOf(perPerson: readonly number[], title: string): string {
  const top = Math.max(1, ...perPerson)
  const x = (place: number) => EDGE + ((WIDTH - 2 * EDGE) * place) / Math.max(1, perPerson.length - 1)
  const y = (value: number) => HEIGHT - EDGE - ((HEIGHT - 2 * EDGE) * value) / top
  const points = perPerson.map((value, place) => `${x(place).toFixed(1)},${y(value).toFixed(1)}`).join(' ')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}">
  <rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
  <text x="${EDGE}" y="24" font-family="sans-serif" font-size="13" fill="#242424">${title}</text>
  <path d="M ${EDGE} ${y(0)} H ${WIDTH - EDGE} M ${EDGE} ${y(0)} V ${EDGE}" stroke="#616161" fill="none"/>
  <polyline points="${points}" fill="none" stroke="#0B7A75" stroke-width="2"/>
${perPerson.map((value, place) => `  <circle cx="${x(place).toFixed(1)}" cy="${y(value).toFixed(1)}" r="3" fill="#0B7A75"/>`).join('\n')}
  <text x="${WIDTH - EDGE}" y="${y(perPerson.at(-1) ?? 0) - 8}" font-family="sans-serif" font-size="12" text-anchor="end" fill="#242424">${(perPerson.at(-1) ?? 0).toFixed(0)}</text>
</svg>
`
}
