import { expect, test } from 'vitest'
import { changesOf, formOf, rightsOf } from './robot-form'
import type { Robot } from './robots.queries'

const pull = { resource: 'repository', action: 'pull' }
const robot: Robot = {
  id: 1,
  name: 'robot$ci',
  description: 'builds',
  level: 'system',
  duration: -1,
  editable: true,
  disable: false,
  expires_at: -1,
  permissions: [
    { kind: 'system', namespace: '/', access: [{ resource: 'project', action: 'create' }] },
    { kind: 'project', namespace: '*', access: [pull], repositories: ['team/**'] },
    { kind: 'project', namespace: 'dev', access: [pull, { resource: 'repository', action: 'push' }] },
  ],
  creation_time: '2026-01-01T00:00:00.000Z',
  update_time: '2026-01-01T00:00:00.000Z',
  created_project_access: [pull],
  trust: [{ issuer: 'https://ci.example.com', audience: 'a', claims: { sub: 'x', ref: 'refs/heads/*' } }],
}

test('a robot comes out of its form as it went in', () => {
  const { description, duration, permissions, created_project_access, trust } = robot
  expect(changesOf(formOf('system', robot))).toEqual({
    description,
    duration,
    permissions,
    created_project_access,
    trust,
  })
})

test('a new robot of a project may pull there', () => {
  expect(rightsOf(formOf({ project: 'dev' }, undefined))).toEqual([
    { kind: 'project', namespace: 'dev', access: [pull] },
  ])
  expect(rightsOf(formOf('system', undefined))).toEqual([])
})

test('places in which nothing is given are left out', () => {
  const places = [
    { namespace: 'dev', permissions: [] },
    { namespace: 'ops', permissions: ['tag:list'] },
  ]
  expect(rightsOf({ places, system: [] }).map(({ namespace }) => namespace)).toEqual(['ops'])
})

test('days count only where it does not live for ever', () => {
  const form = { ...formOf('system', undefined), days: 7 }
  expect(changesOf(form).duration).toBe(7)
  expect(changesOf({ ...form, isForEver: true }).duration).toBe(-1)
})
