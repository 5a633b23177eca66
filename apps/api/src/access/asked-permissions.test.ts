import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { allInSystem, isAsked, projectPermissions, type Scope } from '@berth/rbac'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../../..')
/** Where something may ask: not the portal, which shows what the server would refuse, and not what only names permissions. */
const sources = globSync(['apps/{api,registry,jobservice}/src/**/*.ts', 'packages/data-plane/src/**/*.ts'], {
  cwd: root,
})
  .filter((file) => !/\.test\.(support\.)?ts$/.test(file))
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .join('\n')

const names: Readonly<Record<Scope, readonly string[]>> = {
  // Those that bring another one are asked for under its name.
  project: Object.entries(projectPermissions).flatMap(([name, row]) => ('brings' in row ? [] : [name])),
  system: allInSystem,
}

it.each(['project', 'system'] as const)(
  'what is offered in a %s is asked for somewhere, and the rest is not',
  (scope) => {
    expect(sources.length).toBeGreaterThan(500_000)
    const asked = names[scope].filter((name) => sources.includes(`'${name}'`))
    expect(names[scope].filter((name) => isAsked(scope, name))).toEqual(asked)
  },
)
