import { copyRegistry, type CopyOptions, type ImageSource, type ImageTarget, nameInTarget } from '@berth/transfer'
import { formatBytes, ProgressBar } from './progress-bar.js'

/**
 * Copies with a progress bar on standard error and a summary on standard output.
 *
 * @param none what is said where there is nothing to bring
 * @returns exit code
 * @throws {Error} where there is nothing to bring: a name is mistyped, or an account lacking, more often than there is nothing
 */
export async function runCopy(
  source: ImageSource,
  target: ImageTarget,
  { none, ...options }: Pick<CopyOptions, 'rename' | 'mayLink' | 'stop'> & { readonly none: string },
): Promise<number> {
  const { rename, stop } = options
  let total = 0
  let named = 0
  for await (const name of source.repositories()) {
    const isTaken = nameInTarget(name, { rename, warn: () => void named++ }) !== undefined
    if (!isTaken) continue
    named++
    for await (const _ of source.manifests(name)) total++
  }
  if (named === 0) throw new Error(none)
  const bar = new ProgressBar(total, process.stderr)
  let warnings = 0
  const warn = (message: string) => {
    warnings++
    bar.clear()
    process.stderr.write(`warning: ${message}\n`)
  }
  const counts = await copyRegistry(source, target, {
    ...options,
    progress: (so, repository) => bar.show(so, repository),
    warn,
  }).finally(() => bar.clear())
  const { repositories, manifests, tags, skipped, linkedBlobs, copiedBlobs, bytes } = counts
  process.stdout.write(
    `${repositories} repositories: ${manifests} manifests and ${tags} tags brought, ${skipped} manifests were there; ` +
      `${linkedBlobs} blobs linked, ${copiedBlobs} copied (${formatBytes(bytes)}); ${warnings} warnings\n`,
  )
  if (stop.aborted) process.stdout.write('Stopped: the same command goes on from here.\n')
  return stop.aborted ? 1 : 0
}
