/** The network of Services: kind's own default, said aloud because the registry has a fixed address in it. */
export const serviceSubnet = '10.96.0.0/16'

/** The API server's Service: always the network's first address. */
export const apiServerUrl = 'https://10.96.0.1'

const address = '10.96.0.41'
const port = 5000

/** The companion's registry. Crossplane and containerd use plain HTTP for it: the first since it is a private address, the second since it is told. */
export const registry = { address, port, name: `${address}:${port}` } as const

/** containerd's `hosts.toml` for it. Source: containerd, docs/hosts.md. */
export const hostsToml = (): string => `server = "http://${registry.name}"

[host."http://${registry.name}"]
  capabilities = ["pull", "resolve"]
`
