import { SetMetadata } from '@nestjs/common'
import type { ProjectPermission, SystemPermission } from '@berth/rbac'

/** Who may call a route. Every route has one: a test walks them all. */
export type AccessRule =
  /** Whoever asks, signed in or not. */
  | { readonly kind: 'anyone' }
  /** Any user who is signed in. */
  | { readonly kind: 'signed-in' }
  /** In the project that the path names. */
  | { readonly kind: 'project'; readonly permission: ProjectPermission }
  | { readonly kind: 'system'; readonly permission: SystemPermission }
  /** The user whom the path names (`user_id`), or who holds the permission. */
  | { readonly kind: 'self'; readonly permission: SystemPermission }
  /** Who may create users; visitors of the portal too while self-registration is on. */
  | { readonly kind: 'sign-up'; readonly permission: SystemPermission }

export const ACCESS_RULE = Symbol('access rule')

const rule = (value: AccessRule) => SetMetadata(ACCESS_RULE, value)

export const Anyone = () => rule({ kind: 'anyone' })
export const SignedIn = () => rule({ kind: 'signed-in' })
export const InProject = (permission: ProjectPermission) => rule({ kind: 'project', permission })
export const InSystem = (permission: SystemPermission) => rule({ kind: 'system', permission })
export const SelfOr = (permission: SystemPermission) => rule({ kind: 'self', permission })
export const SignUpOr = (permission: SystemPermission) => rule({ kind: 'sign-up', permission })

/** The route changes nothing, or must work in read-only mode although it does. */
export const ALLOWED_IN_READ_ONLY = Symbol('allowed in read-only mode')
export const AllowedInReadOnly = () => SetMetadata(ALLOWED_IN_READ_ONLY, true)
