import { registerHooks } from 'node:module'

/**
 * A kind that Roadbed does not have, as the two tables would have it: loaded before anything else, it is part of whatever reads them.
 * Nothing else is changed.
 */
const rows: Readonly<Record<string, string>> = {
  '/apis/bindables.ts': `
    import * as Type from 'typebox'
    import { bindables as others, boundFields as otherFields } from './bindables.ts?others'
    import { boundField } from './service/bound.ts'
    const size = Type.Optional(Type.String({ maxLength: 20, description: 'A size.' }))
    const caches = {
      kind: 'XCache', what: 'cache', description: 'Caches that it uses.',
      spec: Type.Object({ size }, { description: 'What is asked of it.' }), more: {}, rules: [],
    }
    export const bindables = { ...others, caches }
    export const boundFields = (most, options = {}) =>
      ({ ...otherFields(most, options), caches: boundField(caches, most, options) })`,
  '/functions/kinds/bindables.ts': `
    import { bindables as fields } from '../../apis/bindables.ts'
    import { bindables as others, madeKeys as otherKeys } from './bindables.ts?others'
    const caches = {
      ...fields.caches, field: 'caches', keys: ['host', 'port', 'uri'],
      usual: { variable: 'REDIS_URL', key: 'uri' }, port: 6379, ranges: 'databaseCidrs',
      podsOf: host => ({ 'cache.example.org/name': host.split('.')[0] }), asked: spec => spec,
    }
    export const bindables = { ...others, caches }
    export const madeKeys = { ...otherKeys, 'cache-*': 'stateless' }`,
}

registerHooks({
  load: (url, context, next) => {
    const path = Object.keys(rows).find(end => url.endsWith(end))
    return path === undefined ? next(url, context) : { format: 'module', source: rows[path] ?? '', shortCircuit: true }
  },
})
