import { describe, expect, it } from 'vitest'
import { creationOf } from './creation-v1.js'

const project = { id: 7, name: 'dev', public: false }
const now = Date.UTC(2026, 0, 1)
const made = (body: { expires_at?: number; access?: { resource: string; action: string }[] }) =>
  creationOf({ name: 'ci', description: '', access: [], ...body }, project, now)

describe('a robot as older clients make it', () => {
  it.each([
    [undefined, 0],
    [0, 0],
    [-1, -1],
    [now / 1000 + 86_400, 1],
    [now / 1000 + 86_401, 2],
    [now / 1000 - 10, 1],
  ])('that ends at %s lives %i days', (seconds, duration) => {
    expect(made(seconds === undefined ? {} : { expires_at: seconds }).duration).toBe(duration)
  })

  it('has its rights in the project of the path', () => {
    const access = [
      { resource: '/project/7/repository', action: 'push' },
      { resource: 'tag', action: 'list' },
    ]
    expect(made({ access }).permissions).toEqual([
      {
        kind: 'project',
        namespace: 'dev',
        access: [
          { resource: 'repository', action: 'push' },
          { resource: 'tag', action: 'list' },
        ],
      },
    ])
  })
})
