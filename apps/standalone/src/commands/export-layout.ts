import type { RepositoryName } from '@berth/oci'
import { endsHelp } from './ends-help.js'
import { openPlace, openPlatform } from './open-ends.js'
import { UsageError } from '../usage-error.js'
import type { Command } from './command.js'
import { runCopy } from './run-copy.js'

const blobMode = 0o644

export const exportLayout: Command = {
  name: 'export-layout',
  synopsis: '<folder|address> [--project <name>] [--link]',
  description: `Writes images of the platform into a folder that berth-registry and docker-registry serve, or to a registry.
  -p, --project <name>  only this project; absent: all of them
  --link                links blobs on the same file system instead of copying them: the folder's files are the platform's then, with
                        its owner and mode, which must stay as they are`,
  ends: endsHelp,
  options: { project: { type: 'string', short: 'p' }, link: { type: 'boolean', default: false } },
  async run({ positionals, values, environment, stop }) {
    const [place, ...more] = positionals
    const { project, link } = values
    if (place === undefined || more.length > 0) throw new UsageError('name one folder or address')
    const rename = (name: RepositoryName) =>
      project === undefined || name.startsWith(`${String(project)}/`) ? name : undefined
    await using source = await openPlatform('read')
    const options = { isNew: true, ...(link !== true && { fileMode: blobMode }) }
    await using target = await openPlace(place, options, environment)
    const none = `the platform holds no repositories${project === undefined ? '' : ` in a project ${String(project)}`}`
    return await runCopy(source.registry, target.registry, { rename, stop, mayLink: link === true, none })
  },
}
