import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { isForAnyone } from './decide.js'
import { allForRoles, namesGiving, projectRow } from './permissions.js'
import { builtInRoles } from './roles.js'

const page = readFileSync(new URL('../../../docs/roles.md', import.meta.url), 'utf8')

it('docs/roles.md says who holds what as the table of permissions does', () => {
  const mark = (isSo: boolean) => (isSo ? 'x' : '')
  const lines = allForRoles.map((permission) => {
    const roles = builtInRoles.map(({ permissions }) => mark(permissions.has(permission)))
    const isForRobots = namesGiving(permission).some((name) => projectRow(name).robot === true)
    return `| \`${permission}\` | ${[...roles, mark(isForAnyone(permission)), mark(isForRobots)].join(' | ')} |`
  })
  const titles = ['Project admin', 'Maintainer', 'Developer', 'Guest', 'Limited guest', 'Anyone', 'Robots']
  const table = [`| permission | ${titles.join(' | ')} |`, `|---|${':-:|'.repeat(titles.length)}`, ...lines].join('\n')
  expect(page.slice(page.indexOf('| permission |')).trim()).toBe(table)
})
