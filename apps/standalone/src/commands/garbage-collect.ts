import { parseDuration } from '@berth/distribution-config'
import { collectGarbage, NoRepositoriesError } from '@berth/metadata'
import { UsageError } from '../usage-error.js'
import type { Command } from './command.js'
import { loadConfiguration } from './load-configuration.js'

export const garbageCollect: Command = {
  name: 'garbage-collect',
  synopsis: '[--dry-run] [--delete-untagged] [--quiet] [--grace <duration>] [--without-repositories] [config.yml]',
  description: `Deletes blobs that no manifest mentions, also while the registry is being served.
  -d, --dry-run          only lists what would go
  -m, --delete-untagged  deletes manifests that no tag leads to first; parts of an index and what is attached to a manifest
                         count as led to
  -q, --quiet            says only how much was deleted
  --grace <duration>     leaves alone what is younger, 1h for example; absent: 1h while berth-registry serves the folder, else 0s
  --without-repositories goes on where there is no repository, and deletes all blobs`,
  options: {
    'dry-run': { type: 'boolean', short: 'd', default: false },
    'delete-untagged': { type: 'boolean', short: 'm', default: false },
    quiet: { type: 'boolean', short: 'q', default: false },
    grace: { type: 'string' },
    'without-repositories': { type: 'boolean', default: false },
  },
  async run({ positionals, values, environment }) {
    const { settings } = await loadConfiguration(positionals[0], environment)
    const grace = values['grace'] === undefined ? undefined : parseDuration(String(values['grace']))
    if (values['grace'] !== undefined && grace === undefined)
      throw new UsageError('--grace takes a duration such as 1h')
    const dryRun = values['dry-run'] === true
    const { blobs, bytes } = await collectGarbage(settings.storage.filesystem.rootdirectory, {
      dryRun,
      deleteUntagged: values['delete-untagged'] === true,
      withoutRepositories: values['without-repositories'] === true,
      report: (line) => void (values['quiet'] === true || process.stdout.write(`${line}\n`)),
      ...(grace !== undefined && { grace }),
    }).catch((error: unknown) => {
      if (!(error instanceof NoRepositoriesError)) throw error
      throw new Error(`${error.message}. Where none of it is to be kept, say --without-repositories`, { cause: error })
    })
    process.stdout.write(`${blobs} blobs, ${bytes} bytes ${dryRun ? 'would be' : 'were'} deleted\n`)
    return 0
  },
}
