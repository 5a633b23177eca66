/** A syslog server, and how it is spoken to. */
export interface SyslogEndpoint {
  readonly transport: 'tcp' | 'udp' | 'tls'
  readonly host: string
  readonly port: number
}

const written = /^(?:(tcp|udp|tls):\/\/)?(?:\[([0-9a-f:.]+)\]|([a-z0-9](?:[a-z0-9._-]{0,251}[a-z0-9])?)):(\d{1,5})$/i

/** `host:port` with the transport before it, or undefined where it is not that. Where none is said it is TCP, as for Harbor. */
export function parseSyslogEndpoint(text: string): SyslogEndpoint | undefined {
  const [, transport = 'tcp', address, name, port = ''] = written.exec(text) ?? []
  const host = address ?? name
  if (host === undefined || Number(port) < 1 || Number(port) > 65_535) return undefined
  const said = transport.toLowerCase()
  return { transport: said === 'udp' || said === 'tls' ? said : 'tcp', host, port: Number(port) }
}
