import { type ReplicationFilters, replicatedTags } from '@berth/contracts'
import type { Digest, RepositoryName, Tag } from '@berth/oci'

/** An artifact of a source. */
export interface FoundArtifact {
  readonly repository: RepositoryName
  /** Absent where only its tag is known. */
  readonly digest?: Digest | undefined
  readonly tags: readonly Tag[]
  readonly labels: readonly string[]
  readonly isImage: boolean
}

/** A source of artifacts. */
export interface ArtifactSource {
  /** Names that a pattern may match, among others; the pattern is empty for all. */
  repositories(pattern: string): AsyncIterable<RepositoryName>
  /** What people see in a repository: parts of an index and what is about an artifact come with it. */
  artifacts(name: RepositoryName): AsyncIterable<FoundArtifact>
}

/** An artifact with the tags that filters let pass; undefined where it is not copied. */
export function pick(filters: ReplicationFilters, artifact: FoundArtifact): FoundArtifact | undefined {
  const passing = replicatedTags(filters, artifact)
  if (!passing) return undefined
  const wanted = new Set<string>(passing)
  return { ...artifact, tags: artifact.tags.filter((tag) => wanted.has(tag)) }
}
