import type { RepositoryName } from '@berth/oci'
import { openFolder, openPlatform } from './open-ends.js'
import { UsageError } from '../usage-error.js'
import type { Command } from './command.js'
import { runCopy } from './run-copy.js'

const blobMode = 0o644

export const exportLayout: Command = {
  name: 'export-layout',
  synopsis: '<folder> [--project <name>] [--link]',
  description: `Writes images of the platform into a folder that berth-registry and docker-registry serve.
  -p, --project <name>  only this project; absent: all of them
  --link                links blobs on the same file system instead of copying them: the folder's files are the platform's then, with
                        its owner and mode, which must stay as they are

The platform is found by the environment of its registry service (BERTH_DATABASE_*, BERTH_STORAGE_*). What is there already is passed
over: a run that broke off is begun again with the same command.`,
  options: { project: { type: 'string', short: 'p' }, link: { type: 'boolean', default: false } },
  async run({ positionals, values, stop }) {
    const [folder, ...more] = positionals
    const { project, link } = values
    if (folder === undefined || more.length > 0) throw new UsageError('name one folder')
    const rename = (name: RepositoryName) =>
      project === undefined || name.startsWith(`${String(project)}/`) ? name : undefined
    await using source = await openPlatform()
    await using target = await openFolder(folder, { isNew: true, ...(link !== true && { fileMode: blobMode }) })
    return await runCopy(source, target, { rename, stop, mayLink: link === true })
  },
}
