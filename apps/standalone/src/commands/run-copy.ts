import { copyRegistry, type CopyOptions, type ImageSource, type ImageTarget, nameInTarget } from '@berth/transfer'
import { formatBytes, ProgressBar } from './progress-bar.js'

/** Copies with a progress bar on standard error and a summary on standard output. @returns exit code */
export async function runCopy(
  source: ImageSource,
  target: ImageTarget,
  options: Pick<CopyOptions, 'rename' | 'mayLink' | 'stop'>,
): Promise<number> {
  const { rename, stop } = options
  let total = 0
  for await (const name of source.repositories()) {
    if (nameInTarget(name, { rename, warn: () => undefined }) === undefined) continue
    for await (const _ of source.manifests(name)) total++
  }
  const bar = new ProgressBar(total, process.stderr)
  let warnings = 0
  const counts = await copyRegistry(source, target, {
    ...options,
    progress: (so, repository) => bar.show(so, repository),
    warn(message) {
      warnings++
      bar.clear()
      process.stderr.write(`warning: ${message}\n`)
    },
  }).finally(() => bar.clear())
  const { repositories, manifests, tags, skipped, linkedBlobs, copiedBlobs, bytes } = counts
  process.stdout.write(
    `${repositories} repositories: ${manifests} manifests and ${tags} tags brought, ${skipped} manifests were there; ` +
      `${linkedBlobs} blobs linked, ${copiedBlobs} copied (${formatBytes(bytes)}); ${warnings} warnings\n`,
  )
  if (stop.aborted) process.stdout.write('Stopped: the same command goes on from here.\n')
  return stop.aborted ? 1 : 0
}
