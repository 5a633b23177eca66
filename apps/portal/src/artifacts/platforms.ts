import { platformText } from '../repositories/platform-tags'
import type { Artifact } from './artifacts.queries'

export interface ShownPlatform {
  digest: string
  name: string
  /** Bytes that a pull of it downloads at most; null where it is not here. */
  size: number | null
}

/** What an index has for those who run it; what describes these is left out. */
export function platformsOf({ references }: Artifact): ShownPlatform[] {
  return (references ?? []).flatMap(({ child_digest: digest, platform, size }) =>
    platform?.os === 'unknown' ? [] : [{ digest, name: platformText(platform ?? {}) || digest.slice(7, 19), size }],
  )
}

/** The one asked for, else the most usual one, else the first that is here. */
export function shownPlatform(
  platforms: readonly ShownPlatform[],
  asked: string | undefined,
): ShownPlatform | undefined {
  const here = platforms.filter(({ size }) => size !== null)
  return here.find(({ digest }) => digest === asked) ?? here.find(({ name }) => name === 'linux/amd64') ?? here[0]
}
