import { join } from 'node:path'
import { dockerRegistryProgram } from '@berth/testkit'
import type { Options } from './options.js'
import { PROJECT } from './seed.js'
import { startBareNginx } from './servers/bare-nginx.js'
import { startBerth } from './servers/berth/berth.js'
import { startDistribution } from './servers/distribution.js'
import type { Server } from './servers/server.js'

/** Starts everything that is to be measured, in the order of the tables, below `folder`. */
export async function startServers(
  options: Options,
  folder: string,
  keep: <Started extends Server>(server: Started) => Started,
): Promise<Server[]> {
  const servers: Server[] = []
  if (options.berth)
    servers.push(
      keep(await startBerth({ id: 'berth', folder: join(folder, 'berth'), built: options.built, project: PROJECT })),
    )
  if (options.beside !== undefined) {
    const other = { folder: join(folder, 'berth-beside'), checkout: options.beside, built: true, project: PROJECT }
    servers.push(keep(await startBerth({ id: 'berth-beside', ...other })))
  }
  const program = await dockerRegistryProgram(join(folder, 'package'))
  const dockerRegistry = keep(await startDistribution('docker-registry', program, join(folder, 'docker-registry')))
  servers.push(dockerRegistry)
  if (options.registry3 !== undefined) {
    servers.push(keep(await startDistribution('registry-3', options.registry3, join(folder, 'registry-3'))))
  }
  servers.push(keep(await startBareNginx(join(folder, 'nginx'), dockerRegistry.root)))
  return servers
}
