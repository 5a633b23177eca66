import { type ListSearch, readListSearch } from '../lists/list-state'
import { kinds } from '../repositories/kind-name'

export const tabs = [
  'layers',
  'config',
  'manifest',
  'referrers',
  'tags',
  'readme',
  'license',
  'values',
  'dependencies',
  'files',
] as const
export type ArtifactTab = (typeof tabs)[number]

export interface ProjectArtifactsSearch extends ListSearch {
  /** In the server's word. */
  type?: (typeof kinds)[number] | undefined
}

export function readProjectArtifactsSearch(raw: Record<string, unknown>): ProjectArtifactsSearch {
  return {
    ...readListSearch(raw, ['size', 'push_time', 'pull_time']),
    type: kinds.find((kind) => kind === raw['type']),
  }
}

export interface ArtifactSearch {
  /** Absent: the first that there is. */
  tab?: ArtifactTab | undefined
  /** Digest of the part of an index that is looked at. */
  platform?: string | undefined
}

export function readArtifactSearch(raw: Record<string, unknown>): ArtifactSearch {
  const { platform } = raw
  return {
    tab: tabs.find((tab) => tab === raw['tab']),
    platform: typeof platform === 'string' && /^\w+:[0-9a-f]+$/.test(platform) ? platform : undefined,
  }
}

export interface CompareSearch {
  /** Tags or digests. */
  from?: string | undefined
  to?: string | undefined
  /** As `linux/amd64`. */
  platform?: string | undefined
}

export function readCompareSearch(raw: Record<string, unknown>): CompareSearch {
  const text = (key: string, pattern: RegExp) => {
    const value = typeof raw[key] === 'number' ? String(raw[key]) : raw[key]
    return typeof value === 'string' && pattern.test(value) ? value : undefined
  }
  const reference = /^(?:\w[\w.-]{0,127}|\w+:[0-9a-f]+)$/
  return { from: text('from', reference), to: text('to', reference), platform: text('platform', /^[\w./-]{1,100}$/) }
}
