import { SetMetadata } from '@nestjs/common'
import type { ProjectPermission, SystemPermission } from '@berth/rbac'
import type { FastifyRequest } from 'fastify'
import type { LocatorName } from './locators.js'

/** A project as a client names it. */
export type AskedProject = { readonly name: string } | { readonly id: number }

/** What the path names, and in it finds: the project alone, or a repository or artifact as well, which has to exist. */
interface NamedPlace {
  readonly scope: 'project'
  readonly of: 'project' | 'repository' | 'artifact'
  /** What is not there is told by the handler. */
  readonly mayLack?: true
  /** Whoever holds it in some repositories is let through: the handler shows those alone. */
  readonly partly?: true
}
/** The path names something by its id; the locator knows its project. */
interface LocatedPlace {
  readonly scope: 'project'
  readonly of: LocatorName
  readonly parameter: string
}
/** The same of something that may also belong to no project: then the system's permission of this name is asked for. */
interface LocatedPlaceOrSystem {
  readonly scope: 'project or system'
  readonly of: LocatorName
  readonly parameter: string
}
/** The request names a project in its body. */
interface AskedPlace {
  readonly scope: 'project'
  readonly of: 'asked'
  readonly reads: (request: FastifyRequest) => AskedProject
}
/** The request names a project in its query or body; where it names none, the system's permission of this name is asked for. */
interface AskedPlaceOrSystem {
  readonly scope: 'project or system'
  readonly of: 'asked'
  readonly reads: (request: FastifyRequest) => AskedProject | undefined
}
/** The request names a project in its query; where it names none, it is about what whoever is signed in may see. */
interface AskedPlaceOrSignedIn {
  readonly scope: 'project or signed in'
  readonly of: 'asked'
  readonly reads: (request: FastifyRequest) => AskedProject | undefined
}
/** Every project in which the caller holds it: the handler looks at those alone. */
interface EachProject {
  readonly scope: 'each project'
}
interface InSystem {
  readonly scope: 'system'
  /** Only a user who has signed in themselves holds it here. */
  readonly inPerson?: true
}

/** A route that needs a permission, and where. */
type NeedsRule = { readonly kind: 'needs' } & (
  | ({ readonly permission: ProjectPermission } & (
      | NamedPlace
      | LocatedPlace
      | AskedPlace
      | EachProject
      | AskedPlaceOrSignedIn
    ))
  | ({ readonly permission: ProjectPermission & SystemPermission } & (LocatedPlaceOrSystem | AskedPlaceOrSystem))
  | ({ readonly permission: SystemPermission } & InSystem)
)

/** Who may call a route. Every route has one: a test walks them all. */
export type AccessRule =
  /** Whoever asks, signed in or not. Checked: credentials that are given have to be right; otherwise wrong ones are as good as none. */
  | { readonly kind: 'anyone'; readonly checked?: true }
  /** Whoever is signed in: a user or a robot. */
  | { readonly kind: 'signed-in' }
  /** A user who is signed in, for what is about their own account. `inPerson`: not by an access token, because it is what keeps the account safe. */
  | { readonly kind: 'user'; readonly inPerson?: true }
  | NeedsRule
  /** The user whom the path names (`user_id`), or who holds the permission; in person: as `InSystem` has it. */
  | { readonly kind: 'self'; readonly permission: SystemPermission; readonly inPerson?: true }
  /** Who may create users; visitors of the portal too while self-registration is on. */
  | { readonly kind: 'sign-up'; readonly permission: SystemPermission }

/** A rule that is about one project, which the guard finds. */
export type PlaceRule = Extract<NeedsRule, { readonly scope: 'project' | 'project or system' | 'project or signed in' }>

export const ACCESS_RULE = Symbol('access rule')

const rule = (value: AccessRule) => SetMetadata(ACCESS_RULE, value)

export const Anyone = () => rule({ kind: 'anyone' })
export const AnyoneChecked = () => rule({ kind: 'anyone', checked: true })
export const SignedIn = () => rule({ kind: 'signed-in' })
export const AsUser = () => rule({ kind: 'user' })
export const InPerson = () => rule({ kind: 'user', inPerson: true })
export const SelfOr = (permission: SystemPermission) => rule({ kind: 'self', permission })
/** For what somebody could sign in with as the user whom the path names. */
export const SelfOrInPerson = (permission: SystemPermission) => rule({ kind: 'self', permission, inPerson: true })
export const SignUpOr = (permission: SystemPermission) => rule({ kind: 'sign-up', permission })

/** The route needs this permission there. */
export function Needs(permission: SystemPermission, where: InSystem): ReturnType<typeof rule>
export function Needs(
  permission: ProjectPermission,
  where: NamedPlace | LocatedPlace | AskedPlace | EachProject | AskedPlaceOrSignedIn,
): ReturnType<typeof rule>
export function Needs(
  permission: ProjectPermission & SystemPermission,
  where: LocatedPlaceOrSystem | AskedPlaceOrSystem,
): ReturnType<typeof rule>
export function Needs(permission: string, where: object) {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the overloads pair permission and place
  return rule({ kind: 'needs', permission, ...where } as AccessRule)
}

export const inSystem: InSystem = { scope: 'system' }
/** Neither a robot nor a token may, whatever it holds. */
export const inSystemInPerson: InSystem = { scope: 'system', inPerson: true }
/** Of the path's `project_name`, which is always a name, or `project_name_or_id`. */
export const inProject: NamedPlace = { scope: 'project', of: 'project' }
/** The same, where it is enough to hold it in some repositories. */
export const inPartOfProject: NamedPlace = { scope: 'project', of: 'project', partly: true }
/** Of the path's `project_name` and `repository_name`. */
export const inRepository: NamedPlace = { scope: 'project', of: 'repository' }
/** The same, where a repository that is not there is an empty one. */
export const inAnyRepository: NamedPlace = { scope: 'project', of: 'repository', mayLack: true }
/** Of the path's `project_name`, `repository_name` and `reference`. */
export const atArtifact: NamedPlace = { scope: 'project', of: 'artifact' }
export const inEachProject: EachProject = { scope: 'each project' }
export const inProjectOf = (of: LocatorName, parameter: string): LocatedPlace => ({ scope: 'project', of, parameter })
/** @param reads which project a request is about, before anything of it has gone through a schema */
export const inProjectAsked = (reads: AskedPlace['reads']): AskedPlace => ({ scope: 'project', of: 'asked', reads })
export const inProjectOrSystemOf = (of: LocatorName, parameter: string): LocatedPlaceOrSystem => ({
  scope: 'project or system',
  of,
  parameter,
})
/** @param reads which project a request is about, before anything of it has gone through a schema */
export const inProjectOrSystemAsked = (reads: AskedPlaceOrSystem['reads']): AskedPlaceOrSystem => ({
  scope: 'project or system',
  of: 'asked',
  reads,
})
/** The same for what whoever is signed in may see outside projects. */
export const inProjectAskedOrSignedIn = (reads: AskedPlaceOrSignedIn['reads']): AskedPlaceOrSignedIn => ({
  scope: 'project or signed in',
  of: 'asked',
  reads,
})

/** The route changes nothing, or must work in read-only mode although it does. */
export const ALLOWED_IN_READ_ONLY = Symbol('allowed in read-only mode')
export const AllowedInReadOnly = () => SetMetadata(ALLOWED_IN_READ_ONLY, true)
