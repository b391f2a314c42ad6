import { describe, expect, it } from 'vitest'
import { pathsOf, templateOf, type Source } from './template.ts'

const sources: readonly Source[] = [
  { path: ['metadata', 'name'], value: 'orders', in: 'within' },
  { path: ['metadata', 'namespace'], value: 'team-a', in: 'within' },
  { path: ['spec', 'version'], value: '17', in: ['engineVersion'] },
]

const literal = (value: string) => ({ is: 'literal', value })

describe('the template of a composed object', () => {
  it('reads what is from the claim, or a peer would compose the same object for every claim', () => {
    expect(templateOf({ text: 'to team-a/orders!', engineVersion: '17', port: '17' }, sources)).toEqual({
      is: 'object',
      fields: [
        ['engineVersion', { is: 'read', paths: [['spec', 'version']], parts: undefined, base64: false }],
        ['port', literal('17')],
        [
          'text',
          {
            is: 'read',
            paths: [
              ['metadata', 'namespace'],
              ['metadata', 'name'],
            ],
            parts: ['to ', '/', '!'],
            base64: false,
          },
        ],
      ],
    })
  })

  it('looks into the values of a Secret', () => {
    const encoded = Buffer.from('db.orders').toString('base64')
    expect(templateOf({ kind: 'Secret', data: { host: encoded, other: 'eA==' } }, sources)).toMatchObject({
      fields: [
        [
          'data',
          {
            fields: [
              ['host', { is: 'read', parts: ['db.', ''], base64: true }],
              ['other', literal('eA==')],
            ],
          },
        ],
        ['kind', literal('Secret')],
      ],
    })
  })

  it('is one literal where nothing is from the claim', () => {
    const value = { a: [1, { b: true }] }
    expect(templateOf(value, sources)).toEqual({ is: 'literal', value })
  })

  it('tells each path that it reads once', () => {
    const read = templateOf({ a: 'orders', b: ['orders', 'x-orders'] }, sources)
    expect(pathsOf([read, read])).toEqual([['metadata', 'name']])
  })
})
