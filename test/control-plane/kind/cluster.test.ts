import ipaddr from 'ipaddr.js'
import { expect, it } from 'vitest'
import { clusterConfig, clusterName } from '../../../control-plane/kind/cluster.ts'
import { hostsToml, registry, serviceSubnet } from '../../../control-plane/kind/registry.ts'
import { foldersOf } from '../../../control-plane/state.ts'
import { root } from '../../../packages/root.ts'

const folders = foldersOf('x', '/planes')

it('gives two control planes two clusters, and the first the plain name', () => {
  expect([clusterName('roadbed'), clusterName('second')]).toEqual(['roadbed', 'roadbed-second'])
})

it('keeps the API server to loopback, and lets the node only read what it is shown', () => {
  const { networking, nodes } = clusterConfig('x', folders)
  expect(networking.apiServerAddress).toBe('127.0.0.1')
  expect(nodes.map(node => node.extraMounts.every(({ readOnly }) => readOnly))).toEqual([true])
})

it('shows the node the control plane’s folder and this checkout where they lie: both are found by their paths', () => {
  const [node] = clusterConfig('x', folders).nodes
  for (const path of ['/planes/x', root])
    expect(node?.extraMounts).toContainEqual({ hostPath: path, containerPath: path, readOnly: true })
})

it('takes kind’s own image unless another one is asked for', () => {
  expect(clusterConfig('x', folders).nodes[0]).not.toHaveProperty('image')
  expect(clusterConfig('x', folders, 'mirror/node:v1').nodes[0]).toHaveProperty('image', 'mirror/node:v1')
})

it('gives the registry an address that Services have, private, so that Crossplane speaks plain HTTP to it', () => {
  const address = ipaddr.parse(registry.address)
  expect([address.range(), address.match(ipaddr.parseCIDR(serviceSubnet))]).toEqual(['private', true])
  expect(hostsToml()).toContain(`[host."http://${registry.name}"]`)
})
