import {
  allInProject,
  allInSystem,
  isProjectPermission,
  type Permission,
  projectRow,
  type Scope,
} from './permissions.js'

/** The bit of each permission of a scope. */
const bitsOf = (names: readonly string[]) => new Map(names.map((name, position) => [name, 1n << BigInt(position)]))
const bits: Readonly<Record<Scope, ReadonlyMap<string, bigint>>> = {
  project: bitsOf(allInProject),
  system: bitsOf(allInSystem),
}

/** Some permissions of one scope. One bit each, so that a subject with many grants stays small. */
export class PermissionSet<In extends Scope> {
  private readonly held: bigint

  /** A name that this version does not know gives nothing: a newer one may have stored it. */
  constructor(
    readonly scope: In,
    names: readonly string[],
  ) {
    const brought = scope === 'project' ? names.filter(isProjectPermission).map((name) => projectRow(name).brings) : []
    this.held = [...names, ...brought].reduce((sum, name) => sum | (bits[scope].get(name ?? '') ?? 0n), 0n)
  }

  has(permission: Permission): boolean {
    return (this.held & (bits[this.scope].get(permission) ?? 0n)) !== 0n
  }
}
