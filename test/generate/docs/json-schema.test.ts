import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { database } from '../../../apis/database/schema.ts'
import { kinds } from '../../../apis/index.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { jsonSchemaFile } from '../../../generate/docs/json-schema.ts'
import { stale } from '../../../generate/files.ts'
import { databaseClaim } from '../../harness/claims.ts'
import { root } from '../../../packages/root.ts'
import { example, exampleNames } from '../../harness/files.ts'

const validate = new Ajv({ strict: false }).compile(JSON.parse(jsonSchemaFile(database).text) as object)

/** What an editor would underline. */
const flagged = (claim: JsonObject) => {
  validate(claim)
  return (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`)
}

describe('the JSON Schemas for editors', () => {
  it('are in the repository as they would be generated now, or an editor underlines what is right', () => {
    expect(stale(kinds.map(jsonSchemaFile), root)).toEqual([])
  })

  it('underline what is misspelt or missing, or the developer learns it from the API server', () => {
    expect(flagged({})).not.toEqual([])
    expect(flagged(databaseClaim({ sise: 'small' }))).toEqual(['/spec additionalProperties'])
    expect(flagged(databaseClaim({ storage: { sice: '1Gi' } }))).toEqual(['/spec/storage additionalProperties'])
    expect(flagged(databaseClaim({ databases: [{}] }))).toEqual(['/spec/databases/0 required'])
    expect(flagged(databaseClaim({ engine: 'postgres' }))).toEqual(['/spec/engine enum'])
  })

  it.each(exampleNames('database'))('underline nothing in the example %s', name => {
    expect(flagged(example('database', name))).toEqual([])
  })

  it('let a field be left out that has a default, or an editor asks for what nobody has to write', () => {
    const { spec: _spec, ...rest } = databaseClaim()
    expect(flagged({ ...rest, spec: {} })).toEqual([])
  })

  it('have no keywords of Kubernetes or of portals, which editors complain about', () => {
    expect(kinds.map(jsonSchemaFile).filter(({ text }) => /"x-/.test(text))).toEqual([])
  })
})
