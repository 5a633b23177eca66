import { parseRepositoryName, type RepositoryName } from '@berth/oci'
import { endsHelp } from './ends-help.js'
import { isAddress, openPlace, openPlatform } from './open-ends.js'
import { UsageError } from '../usage-error.js'
import type { Command } from './command.js'
import { runCopy } from './run-copy.js'

export const importLayout: Command = {
  name: 'import-layout',
  synopsis: '<folder|address> --project <name> [--copy]',
  description: `Brings the images of a folder of Docker Distribution, or of a registry, into a project of the platform.
  -p, --project <name>  the project, which has to exist; repository httpd becomes <name>/httpd, and <name>/httpd stays as it is
  --copy                copies blobs also where they could be linked, on the same file system

A registry has to list its repositories. Folder and registry are only read.`,
  ends: endsHelp,
  options: { project: { type: 'string', short: 'p' }, copy: { type: 'boolean', default: false } },
  async run({ positionals, values, environment, stop }) {
    const [place, ...more] = positionals
    const project = values['project']
    if (place === undefined || more.length > 0) throw new UsageError('name one folder or address')
    if (typeof project !== 'string' || project.includes('/')) throw new UsageError('name the project: --project <name>')
    const prefix: string = parseRepositoryName(project)
    const rename = (name: RepositoryName) =>
      name.startsWith(`${prefix}/`) ? name : parseRepositoryName(`${prefix}/${name}`)
    await using source = await openPlace(place, { isNew: false }, environment)
    await using target = await openPlatform('write')
    const mayLink = values['copy'] !== true
    const none = `${place} lists no repositories${isAddress(place) ? ' to who asks there (BERTH_REMOTE_USER)' : ''}`
    return await runCopy(source.registry, target.registry, { rename, stop, mayLink, none })
  },
}
