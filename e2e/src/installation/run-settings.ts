import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { InstallationKind } from './facts.js'

export interface RunSettings {
  readonly kind: InstallationKind
  /** Temporary folder of the run. */
  readonly work: string
  /** A home folder that nothing has been written to before the run. */
  readonly home: string
  readonly httpPort: number
  readonly portBase: number
  /** Use the installation that the last run left, and leave it again: for work on the scenarios themselves. */
  readonly keep: boolean
}

/** What `e2e/run.sh` says in the environment; each has a default but the kind. */
export async function readRunSettings(env: NodeJS.ProcessEnv): Promise<RunSettings> {
  const kind = env['BERTH_E2E_KIND']
  if (kind !== 'native' && kind !== 'compose') throw new Error('BERTH_E2E_KIND has to be native or compose.')
  const work = env['BERTH_E2E_WORK'] ?? '/tmp/berth-e2e'
  const home = join(work, 'home')
  await mkdir(home, { recursive: true })
  const httpPort = Number(env['BERTH_E2E_HTTP_PORT'] ?? 80)
  const portBase = Number(env['BERTH_E2E_PORT_BASE'] ?? 15_000)
  return { kind, work, home, httpPort, portBase, keep: env['BERTH_E2E_KEEP'] === '1' }
}
