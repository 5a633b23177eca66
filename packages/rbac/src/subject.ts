import type { PermissionSet } from './permission-set.js'

interface SystemGrant {
  readonly scope: 'system'
  readonly permissions: PermissionSet<'system'>
}

export interface ProjectGrant {
  /** A project's id, or all of them. */
  readonly scope: number | 'all projects'
  readonly permissions: PermissionSet<'project'>
  /** Patterns of repository names, without their project. Given: the grant is about what lies in such a repository, and nothing else. */
  readonly repositories?: readonly string[]
  /** Patterns of tags. Given: the grant is about such tags, and nothing else. */
  readonly tags?: readonly string[]
}

/** Some permissions, and where they hold. */
export type Grant = SystemGrant | ProjectGrant

/** Whoever asks. */
export interface Subject {
  readonly kind: 'user' | 'robot' | 'anonymous'
  /** Within the kind; 0 for an anonymous one. */
  readonly id: number
  readonly name: string
  /** Holds every permission, everywhere. */
  readonly sysadmin: boolean
  readonly grants: readonly Grant[]
  /** What a token may do at most: its user's grants count only where these give the permission as well. */
  readonly ceiling?: readonly Grant[]
  /** Id of the secret or token that it signed in with. Absent: a password, or a session. */
  readonly credential?: number
}

export interface SystemPlace {
  readonly scope: 'system'
}

/** Where something is to be done: in a project, and as far as it is about them, in a repository, to a tag. */
export interface ProjectPlace {
  readonly scope: 'project'
  readonly project: number
  readonly public: boolean
  /** Without its project. */
  readonly repository?: string
  readonly tag?: string
}

export type Place = SystemPlace | ProjectPlace
