import { Type } from 'typebox'
import { describe, expect, it } from 'vitest'
import { database } from '../../../apis/database/schema.ts'
import { kinds } from '../../../apis/index.ts'
import type { ApiKind } from '../../../apis/kind.ts'
import { referenceFile } from '../../../generate/docs/reference.ts'
import { stale } from '../../../generate/files.ts'
import { root } from '../../../packages/root.ts'

/** The row of one field of a made-up spec. */
const rowOf = (field: object, required = false): string => {
  const spec = { type: 'object', properties: { f: field }, ...(required && { required: ['f'] }) }
  const kind: ApiKind = { ...database, spec: spec as unknown as ApiKind['spec'] }
  return /^\| `f` \| (.*) \|$/m.exec(referenceFile(kind).text)?.[1] ?? ''
}

describe('the reference pages', () => {
  it('are in the repository as they would be generated now, or a field is not documented', () => {
    expect(stale(kinds.map(referenceFile), root)).toEqual([])
  })

  it('have a purpose for every field, or a developer has to read our source', () => {
    const rows = kinds.flatMap(kind =>
      referenceFile(kind)
        .text.split('\n')
        .filter(line => line.startsWith('| `')),
    )
    expect(rows.length).toBeGreaterThan(100)
    expect(rows.filter(row => / \| {1,2}\|$/.test(row))).toEqual([])
  })
})

describe('the row of a field', () => {
  it.each([
    [{ type: 'string', description: 'What.' }, 'string | What.'],
    [{ type: 'string', enum: ['A', 'B'], default: 'A' }, '`A`, `B`; default `A` | '],
    [{ type: 'integer', minimum: 1, maximum: 9, default: 2 }, '1 to 9; default `2` | '],
    [{ type: 'integer', minimum: 1 }, 'integer | '],
    [{ type: 'array', items: { type: 'string' }, maxItems: 3 }, 'list, at most 3 | '],
    [{ type: 'array', items: { type: 'string' } }, 'list | '],
    [Type.Record(Type.String(), Type.String()), 'map | '],
    [{ type: 'string', description: 'a|b' }, 'string | a\\|b'],
  ])('for %j says %s, or a developer reads something else than the API takes', (field, row) => {
    expect(rowOf(field)).toBe(row)
  })

  it('says required only where nothing stands in for it, or a minimal claim looks long', () => {
    expect(rowOf({ type: 'string' }, true)).toBe('string, required | ')
    expect(rowOf({ type: 'string', default: 'a' }, true)).toBe('string; default `a` | ')
  })

  it('tells its rules, and its items’ with them, or a refusal comes out of nowhere', () => {
    const rule = (message: string) => ({ 'x-kubernetes-validations': [{ rule: 'true', message }] })
    expect(rowOf({ type: 'string', description: 'What.', ...rule('it is fixed') })).toBe(
      'string | What. Rule: it is fixed.',
    )
    expect(rowOf({ type: 'array', items: { type: 'string', ...rule('no two.') } })).toBe('list | Rule: no two.')
  })

  it('is followed by those of its fields and of its items’ fields, or nested fields are secret', () => {
    const item = { type: 'object', properties: { name: { type: 'string', description: 'N.' } } }
    const spec = { type: 'object', properties: { list: { type: 'array', items: item }, one: item } }
    const { text } = referenceFile({ ...database, spec: spec as unknown as ApiKind['spec'] })
    expect(text).toContain(
      '| `list` | list |  |\n| `list[].name` | string | N. |\n| `one` | object |  |\n| `one.name` |',
    )
  })
})
