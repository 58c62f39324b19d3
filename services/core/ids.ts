/**
 * What an id from outside may look like, in one place: visible characters alone, so none that a store, an address or a
 * log reads in another way, and nothing that climbs in an address. Code that takes an id from a request, a card or an
 * activity checks it by this. No keeper refuses what passes.
 */
export const ID = /^(?!\.{1,2}$)[^\p{C}\p{Z}]{1,200}$/u

/** The same for what Teams names: its ids are longer. */
export const TEAMS_ID = /^(?!\.{1,2}$)[^\p{C}\p{Z}]{1,1024}$/u
