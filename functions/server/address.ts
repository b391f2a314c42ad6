/**
 * Where `host:port` is. Without a host it is everywhere, in IPv4 and IPv6; and to look up none, Node does not load what it looks names
 * up with, a twentieth of a start.
 */
export const placeOf = (address: string): { readonly port: number; readonly host?: string } => {
  const [, host = '', port = ''] = /^(.*):(\d+)$/.exec(address) ?? []
  return { port: Number(port), ...(host !== '' && { host: host.replaceAll(/[[\]]/g, '') }) }
}
