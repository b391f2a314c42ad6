import * as Type from 'typebox'
import type { Static } from 'typebox'
import { choice } from '../blocks/values.ts'

export const logLevels = ['Trace', 'Debug', 'Info', 'Warn', 'Error'] as const

/** How the service is watched. */
export const observability = Type.Object(
  {
    logging: Type.Optional(
      Type.Object(
        {
          level: Type.Optional(
            choice(logLevels, { description: 'The variable LOG_LEVEL, in lower case. Default: Info.' }),
          ),
        },
        { description: 'Logs, which go to standard output.' },
      ),
    ),
  },
  { description: 'How the service is watched.' },
)

export type Observability = Static<typeof observability>
