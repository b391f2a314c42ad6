import * as Type from 'typebox'
import { cidr, set } from './values.ts'

/** A range of addresses outside of the cluster. */
export const range = cidr({ description: 'An IPv4 range, such as 198.51.100.0/24.' })

/** Ports that may be connected to. */
export const destinationPorts = Type.Array(Type.Integer({ minimum: 1, maximum: 65535, description: 'A port.' }), {
  minItems: 1,
  maxItems: 16,
  description: 'The TCP ports. Default: all ports of all protocols.',
  ...set,
})
