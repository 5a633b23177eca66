import { parseRepositoryName, type RepositoryName } from '@berth/oci'
import { openFolder, openPlatform } from './open-ends.js'
import { UsageError } from '../usage-error.js'
import type { Command } from './command.js'
import { runCopy } from './run-copy.js'

export const importLayout: Command = {
  name: 'import-layout',
  synopsis: '<folder> --project <name> [--copy]',
  description: `Brings the images of a folder of Docker Distribution into a project of the platform.
  -p, --project <name>  the project, which has to exist; repository httpd becomes <name>/httpd, and <name>/httpd stays as it is
  --copy                copies blobs also where they could be linked, on the same file system

The folder is only read. The platform is found by the environment of its registry service (BERTH_DATABASE_*, BERTH_STORAGE_*). What is
there already is passed over: a run that broke off is begun again with the same command.`,
  options: { project: { type: 'string', short: 'p' }, copy: { type: 'boolean', default: false } },
  async run({ positionals, values, stop }) {
    const [folder, ...more] = positionals
    const project = values['project']
    if (folder === undefined || more.length > 0) throw new UsageError('name one folder')
    if (typeof project !== 'string' || project.includes('/')) throw new UsageError('name the project: --project <name>')
    const prefix: string = parseRepositoryName(project)
    const rename = (name: RepositoryName) =>
      name.startsWith(`${prefix}/`) ? name : parseRepositoryName(`${prefix}/${name}`)
    await using source = await openFolder(folder, { isNew: false })
    await using target = await openPlatform()
    await target.blobs.check()
    return await runCopy(source, target, { rename, stop, mayLink: values['copy'] !== true })
  },
}
