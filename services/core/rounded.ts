/** Nobody counts a team by a figure about everybody. */
const TO = 25

/** How many, to the nearest 25. */
export const rounded = (count: number) => Math.round(count / TO) * TO

/** How many there are at least. */
export const roundedDown = (count: number) => Math.floor(count / TO) * TO
