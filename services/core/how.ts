/** How something was learned: the one tick on a moment. */
export const HOW = ['werk', 'collega', 'netwerkpartner', 'inwoner', 'uitproberen', 'fout', 'training', 'zelf'] as const
export type How = (typeof HOW)[number]
