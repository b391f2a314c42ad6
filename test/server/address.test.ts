import { expect, it } from 'vitest'
import { placeOf } from '../../functions/server/address.ts'

it.each([
  ['127.0.0.1:9443', { host: '127.0.0.1', port: 9443 }],
  ['[::1]:9443', { host: '::1', port: 9443 }],
  ['function.example.com:0', { host: 'function.example.com', port: 0 }],
  [':9443', { port: 9443 }],
])('serves %s there, or core would call where nobody is', (address, place) => {
  expect(placeOf(address)).toEqual(place)
})
