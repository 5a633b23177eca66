import 'reflect-metadata'
import { describe, expect, it } from 'vitest'
import { allRoutes } from '../testing/routes.test.support.js'
import { locators } from './locators.js'
import type { AccessRule } from './needs.js'

const routes = allRoutes()

/** Path parameters that a rule reads; several lists: one of them has to be there. */
function parametersOf(rule: AccessRule | undefined): string[][] {
  if (rule?.kind === 'self') return [['user_id']]
  if (rule?.kind !== 'needs' || !('of' in rule)) return []
  if ('parameter' in rule) return [[rule.parameter]]
  switch (rule.of) {
    case 'project':
      return [['project_name'], ['project_name_or_id']]
    case 'repository':
      return [['project_name', 'repository_name']]
    case 'artifact':
      return [['project_name', 'repository_name', 'reference']]
    // It reads query or body.
    case 'asked':
      return []
  }
}

describe('every route', () => {
  it('is found', () => {
    expect(routes.length).toBeGreaterThan(45)
  })

  it.each(routes)('$name has an access rule that its path can bear', ({ path, rule }) => {
    expect(rule).toBeDefined()
    const parameters = new Set([...path.matchAll(/:(\w+)/g)].map(([, name]) => name))
    const needed = parametersOf(rule)
    if (needed.length > 0) expect(needed.some((names) => names.every((name) => parameters.has(name)))).toBe(true)
    if (rule?.kind === 'needs' && 'parameter' in rule) expect(locators).toHaveProperty(rule.of)
    // What names a project has a rule about that project, and what names a repository has one that finds it.
    const inProject = rule?.kind === 'needs' && 'of' in rule
    expect(inProject).toBe(
      path.includes(':project_name') || (inProject && ('parameter' in rule || rule.of === 'asked')),
    )
    if (parameters.has('repository_name')) expect(inProject && ['repository', 'artifact'].includes(rule.of)).toBe(true)
  })
})
