import { succeed } from '../clients/command.js'

/** The address that the engine gives this machine: processes and containers alike reach what listens there. */
export function machineAddress(): Promise<string> {
  const gateway = '{{range .IPAM.Config}}{{.Gateway}}{{end}}'
  return succeed('docker', ['network', 'inspect', 'bridge', '--format', gateway])
}
