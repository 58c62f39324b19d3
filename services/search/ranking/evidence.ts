/**
 * What says that somebody knows about a topic: an answer or moment that a colleague said it helped, one that was shared, a
 * topic they declared, a session they gave, their job and unit.
 */
export type Evidence = 'helped' | 'shared' | 'declared' | 'session' | 'role'

/** What each is worth beside the others. Nothing counts for being read, or for being active. */
export const WORTH: Record<Evidence, number> = { helped: 1.5, shared: 1, declared: 0.8, session: 0.6, role: 0.3 }
