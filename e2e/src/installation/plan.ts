import { join } from 'node:path'
import type { InstallationPlan } from './facts.js'
import { setKeys } from './harbor-cfg.js'
import type { RunSettings } from './run-settings.js'

/** Plans an installation from `folder` that keeps all it writes in the work folder; says so in its harbor.cfg. */
export async function planIn(folder: string, path: string, settings: RunSettings): Promise<InstallationPlan> {
  const { kind, work, home, httpPort, portBase } = settings
  const dataVolume = join(work, kind, 'data')
  const logLocation = join(work, kind, 'log')
  await setKeys(join(folder, 'harbor.cfg'), {
    http_port: String(httpPort),
    native_port_base: String(portBase),
    log_port: String(portBase + 514),
    data_volume: dataVolume,
    log_location: logLocation,
  })
  return { kind, folder, work, home, path, httpPort, portBase, dataVolume, logLocation, adminPassword: 'Harbor12345' }
}
