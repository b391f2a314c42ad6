import { apiVersion } from '../../../apis/group.ts'
import { databaseSpec, type DatabaseSpec } from '../../../apis/database/schema.ts'
import type { PlatformSpec } from '../../../apis/platform/schema.ts'
import type { Input } from '../../../apis/input.ts'
import { BindingReady, isFalse, isTrue, Provisioned } from '../../runtime/conditions.ts'
import { refuse } from '../../runtime/errors.ts'
import type { Composed, Edge, KindModule } from '../../runtime/kind.ts'
import type { Observed } from '../../runtime/observed.ts'
import type { Condition } from '../../runtime/protocol.ts'
import { refused, ok, type Outcome } from '../../runtime/result.ts'
import type { Settled } from '../../runtime/settle.ts'
import { parseInput } from '../../settings/input.ts'
import { platformOf, supportOf } from '../../settings/platform.ts'
import { environmentCheck } from '../../settings/surroundings.ts'
import { shapeOf } from '../../settings/shape.ts'
import { environmentFirst } from '../environment-first.ts'
import { environmentProtection } from '../environment-protection.ts'
import { connection, nameCheck, nameTaken } from './connection.ts'
import { keys } from './keys.ts'
import { protection } from './protection.ts'
import { onProvider } from './providers.ts'
import { resolve } from './resolve/index.ts'
import { restoreRefusals } from './restore/checks.ts'
import { untilKnown } from './restore/until-known.ts'
import { restoring } from './restore/restoring.ts'
import { status } from './status.ts'

const parse = shapeOf(databaseSpec, 'InvalidClaim')

/** XDatabase: read, decide, place on a provider, and bind. */
const compose = (observed: Observed, edge: Edge): Outcome<Composed> => {
  const spec = parse(observed.claim.spec, 'spec')
  const platform = platformOf(observed)
  const input = parseInput(observed.input)
  if (!spec.ok || !platform.ok || !input.ok) {
    return refused(...[spec, platform, input].flatMap(outcome => (outcome.ok ? [] : outcome.refusals)))
  }
  const placed = place(spec.value, platform.value, input.value, observed, edge)
  return environmentFirst(observed, 'connection', [BindingReady], placed)
}

const place = (
  spec: DatabaseSpec,
  settings: PlatformSpec,
  input: Input,
  observed: Observed,
  edge: Edge,
): Outcome<Composed> => {
  const restored = restoring(spec, observed)
  if (!restored.ok) return restored
  const { origin, source, awaited, requirements } = restored.value
  if (awaited !== undefined) return ok(untilKnown(observed, requirements, awaited))
  const database = resolve(spec, settings, input, observed, restored.value)
  if (!database.ok) return database
  const db = database.value
  const on = onProvider(db, edge)
  if (nameTaken(db)) return refused(secretNameTaken(db.secretName))
  const refusals = [...(source ? restoreRefusals(db, spec, source, edge) : []), ...on.refusals]
  if (refusals.length > 0) return refused(...refusals)
  return ok({
    plan: {
      ...on.plan,
      connection: connection(db, on.details),
      protection: protection(db),
      'environment-protection': environmentProtection({
        claim: db.claim,
        what: 'database',
        isProtected: db.deletion.protection === 'Enabled',
        inEnvironment: db.inEnvironment,
      }),
    },
    requirements: new Map([environmentCheck(observed), ...requirements, ...nameCheck(db), ...on.requirements]),
    report: settled => ({
      status: status(db, on, settled, settings, origin),
      conditions: [bindingReady(settled, db.secretName)],
    }),
  })
}

const secretNameTaken = (name: string) =>
  refuse(
    'SecretNameTaken',
    'spec.writeConnectionSecretToRef.name',
    `the Secret "${name}" exists and is not this claim's`,
  )

const bindingReady = (settled: readonly Settled[], name: string): Condition => {
  const { ready, message } = settled.find(({ key }) => key === 'connection') ?? { ready: false, message: 'not planned' }
  return ready
    ? isTrue(BindingReady, 'SecretComplete', `the Secret ${name} holds the connection details`)
    : isFalse(BindingReady, 'Waiting', message)
}

export const database: KindModule = {
  apiVersion,
  kind: 'XDatabase',
  keys,
  conditions: [Provisioned, BindingReady],
  compose,
  support: supportOf,
}
