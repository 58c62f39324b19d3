/** What can be ticked beside how something was learned, as a pulse says it. Nobody can add to it: what is rare would point at somebody. */
export const TOPICS = [
  'contact met inwoners',
  'schrijven en uitleggen',
  'wetten en regels',
  'systemen en gegevens',
  'samenwerken',
  'plannen en werkdruk',
] as const
export type Topic = (typeof TOPICS)[number]

export const NEEDS = [
  'meer tijd',
  'ruimte om te proberen',
  'kennis of oefening',
  'een collega die meekijkt',
  'betere middelen',
  'een besluit van de leiding',
] as const
export type Need = (typeof NEEDS)[number]

/** What stood in the way. */
export const BARRIERS = [
  'tijdgebrek',
  'geen ruimte of mandaat',
  'regels die knellen',
  'middelen die ontbreken',
  'weinig steun van leiding',
  'samenwerking die stokt',
] as const
export type Barrier = (typeof BARRIERS)[number]

/** Each may stay empty. */
export interface Ticked {
  topics: readonly Topic[]
  needs: readonly Need[]
  barriers: readonly Barrier[]
}
