import type { FoundManifest } from '@berth/metadata'
import type { Digest, RepositoryName } from '@berth/oci'
import type { Identity } from '../auth/identity.js'
import type { Upstream } from '../upstream/upstream.js'

/** What a project asks of those who use it, beside their rights. */
export interface ProjectPolicy {
  /** Whose word it is that nothing may change. Absent where it may. */
  readonly readOnly: 'system' | 'project' | undefined
  /** Whether pulls are written down, with who made them. */
  readonly tellsPulls: boolean
  /** What a pull has to pass, in this order. */
  readonly gates: readonly Gate[]
  /** Where its content comes from. Absent: from whoever pushes. */
  readonly upstream?: Upstream | undefined
}

/** Of a blob or a manifest. */
export interface Pull {
  readonly identity: Identity
  readonly name: RepositoryName
  readonly digest: Digest
  /** Absent where it is a blob. `elsewhere`: the registry holds no copy that could be looked at. */
  readonly manifest?: FoundManifest | 'elsewhere'
  /** What the client calls itself. */
  readonly userAgent?: string | undefined
}

/** Lets a pull pass. @throws {DistributionError} PROJECTPOLICYVIOLATION or DENIED, with the reason */
export type Gate = (pull: Pull) => Promise<void> | void

export interface ProjectPolicies {
  /** Asked on each request, so the answer has to be quick: it may be a second old. */
  of(name: RepositoryName): Promise<ProjectPolicy>
  /** Read anew: asked before a request is refused because of the policy. */
  now(name: RepositoryName): Promise<ProjectPolicy>
}
