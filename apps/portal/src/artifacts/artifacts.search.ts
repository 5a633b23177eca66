export const tabs = [
  'layers',
  'config',
  'manifest',
  'referrers',
  'tags',
  'readme',
  'values',
  'dependencies',
  'files',
] as const
export type ArtifactTab = (typeof tabs)[number]

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
