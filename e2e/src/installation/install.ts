import { expectSuccess, succeed } from '../clients/command.js'
import type { InstallationFacts, InstallationPlan } from './facts.js'
import { runInstaller } from './operations.js'

/** @throws {Error} with what `install.sh` printed last, when it fails */
export async function install(plan: InstallationPlan): Promise<InstallationFacts> {
  const since = Math.floor(Date.now() / 1000)
  const { stdout, stderr } = expectSuccess(await runInstaller(plan))
  return { ...plan, installOutput: `${stdout}\n${stderr}`, imagesFetched: await imagesPulledSince(since) }
}

/** Those that other runs on this engine pull meanwhile come from their registries on this machine, and are no images of an installation. */
async function imagesPulledSince(unixSeconds: number): Promise<string[]> {
  const period = ['--since', String(unixSeconds), '--until', String(Math.floor(Date.now() / 1000) + 1)]
  const pulls = ['--filter', 'type=image', '--filter', 'event=pull', '--format', '{{.Actor.ID}}']
  const output = await succeed('docker', ['events', ...period, ...pulls])
  return output.split('\n').filter((name) => name !== '' && !/^(127\.[\d.]+|localhost)(:\d+)?\//.test(name))
}
