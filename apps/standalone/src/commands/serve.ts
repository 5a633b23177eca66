import { once } from 'node:events'
import { createLog } from '../log/create-log.js'
import { startStandalone } from '../serve/start-standalone.js'
import type { Command } from './command.js'
import { loadConfiguration } from './load-configuration.js'

export const serve: Command = {
  name: 'serve',
  synopsis: '[config.yml]',
  description: `Serves the registry that a configuration of Docker Distribution describes.
The file may also be named by REGISTRY_CONFIGURATION_PATH; REGISTRY_* variables override its keys.`,
  options: {},
  async run({ positionals, environment, stop }) {
    const { settings, notices } = await loadConfiguration(positionals[0], environment)
    const log = createLog(settings)
    for (const notice of notices) log.warn(notice)
    await using registry = await startStandalone(settings, log, (line) => void process.stdout.write(line))
    const { address, debugAddress } = registry
    log.info({ address, debugAddress, root: settings.storage.filesystem.rootdirectory }, 'listening')
    if (!stop.aborted) await once(stop, 'abort')
    log.info('stopping')
    return 0
  },
}
