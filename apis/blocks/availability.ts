/** How many zones hold a copy. */
export const availabilities = ['SingleZone', 'MultiZone'] as const
export type Availability = (typeof availabilities)[number]
