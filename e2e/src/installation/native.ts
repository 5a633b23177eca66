import { join } from 'node:path'
import { expectSuccess, runCommand } from '../clients/command.js'
import { cloneOnce } from './checkout.js'
import type { InstallationFacts } from './facts.js'
import { setKeys } from './harbor-cfg.js'
import { environmentOf } from './operations.js'
import type { RunSettings } from './run-settings.js'

/** Installs without containers from a fresh clone, as the README says, with a fresh home folder. */
export async function installNative(settings: RunSettings): Promise<InstallationFacts> {
  const folder = await cloneOnce(settings.work)
  const path = process.env['PATH'] ?? ''
  const dataVolume = join(settings.work, 'native/data')
  const logLocation = join(settings.work, 'native/log')
  await setKeys(join(folder, 'harbor.cfg'), {
    http_port: String(settings.httpPort),
    data_volume: dataVolume,
    log_location: logLocation,
  })
  const { stdout, stderr } = expectSuccess(
    await runCommand('bash', ['./install.sh', '--native'], {
      cwd: folder,
      env: environmentOf({ home: settings.home, path }),
      timeoutMs: 1_200_000,
    }),
  )
  return {
    kind: 'native',
    folder,
    work: settings.work,
    home: settings.home,
    path,
    httpPort: settings.httpPort,
    dataVolume,
    logLocation,
    adminPassword: 'Harbor12345',
    installOutput: `${stdout}\n${stderr}`,
    imagesFetched: [],
  }
}
