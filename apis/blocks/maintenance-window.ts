import * as Type from 'typebox'
import type { Static } from 'typebox'
import { choice, timeOfDay } from './values.ts'

export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
export type Weekday = (typeof weekdays)[number]

/** When the provider may patch and restart. */
export const maintenanceWindow = Type.Object(
  {
    dayOfWeek: choice(weekdays, { description: 'The day on which the window opens.' }),
    startTime: timeOfDay({ description: 'When it opens, in UTC, such as 03:00.' }),
    durationMinutes: Type.Optional(
      Type.Integer({ minimum: 30, maximum: 1440, description: 'How long it stays open, in minutes. Default: 60.' }),
    ),
  },
  { description: 'When the provider may patch and restart. Default: Sunday 04:00 UTC, one hour.' },
)

export type MaintenanceWindow = Static<typeof maintenanceWindow>
