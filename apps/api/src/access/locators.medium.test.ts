import { PermissionSet, type Subject } from '@berth/rbac'
import type { FastifyRequest } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiUnderTest } from '../testing/api.test.support.js'
import { ACCESS_RULE, inProjectOf, inProjectOrSystemOf, Needs, type PlaceRule } from './needs.js'
import { PlaceGuard } from './place-guard.js'
import { anonymous } from './subject.js'

class Robots {
  @Needs('robot:read', inProjectOf('robot', 'robot_id'))
  ofProjects(this: void): void {}

  @Needs('robot:read', inProjectOrSystemOf('robot', 'robot_id'))
  ofBoth(this: void): void {}
}
const ruleOf = (handler: object): PlaceRule => Reflect.getMetadata(ACCESS_RULE, handler)
const ofProjects = ruleOf(Robots.prototype.ofProjects)
const ofBoth = ruleOf(Robots.prototype.ofBoth)

let api: ApiUnderTest
let member: Subject
let projectId: number
let robotOfProject: number
let robotOfSystem: number
beforeAll(async () => {
  api = await ApiUnderTest.start()
  member = { kind: 'user', id: await api.createUser('uma'), name: 'uma', sysadmin: false, grants: [] }
  projectId = await api.createProject('dev', 'uma')
  await api.createRobot('ci', [], { id: projectId, name: 'dev' })
  await api.createRobot('ops', [])
  const { rows } = await api.database.pool.query<{ id: number }>('select id from robot order by name')
  robotOfProject = rows[0]?.id ?? 0
  robotOfSystem = rows[1]?.id ?? 0
})
afterAll(() => api[Symbol.asyncDispose]())

async function ask(rule: PlaceRule, subject: Subject, id: number | string) {
  const request = { params: { robot_id: String(id) }, headers: {} } as unknown as FastifyRequest
  await api.app.get(PlaceGuard).enforce(rule, subject, request)
  return request.found?.project.name ?? 'the system'
}

describe('a rule with a locator', () => {
  const stranger: Subject = { kind: 'user', id: 9999, name: 'sam', sysadmin: false, grants: [] }

  it('asks for the permission in the project of what the path names', async () => {
    expect(await ask(ofProjects, member, robotOfProject)).toBe('dev')
    await expect(ask(ofProjects, stranger, robotOfProject)).rejects.toMatchObject({ reason: 'FORBIDDEN' })
    await expect(ask(ofProjects, anonymous, robotOfProject)).rejects.toMatchObject({ reason: 'UNAUTHENTICATED' })
  })

  it.each(['0', '99999', '99999999999', 'x', ''])('finds nothing for the id "%s"', async (id) => {
    await expect(ask(ofProjects, member, id)).rejects.toMatchObject({ reason: 'NOT_FOUND' })
    await expect(ask(ofBoth, member, id)).rejects.toMatchObject({ reason: 'NOT_FOUND' })
    await expect(ask(ofProjects, anonymous, id)).rejects.toMatchObject({ reason: 'UNAUTHENTICATED' })
  })

  it('asks in the system for what belongs to no project, where the rule says so', async () => {
    const reader: Subject = {
      ...stranger,
      grants: [{ scope: 'system', permissions: new PermissionSet('system', ['robot:read']) }],
    }
    expect(await ask(ofBoth, reader, robotOfSystem)).toBe('the system')
    await expect(ask(ofBoth, member, robotOfSystem)).rejects.toMatchObject({ reason: 'SYSTEM_ADMIN_ONLY' })
    await expect(ask(ofBoth, anonymous, robotOfSystem)).rejects.toMatchObject({ reason: 'UNAUTHENTICATED' })
    await expect(ask(ofProjects, reader, robotOfSystem)).rejects.toMatchObject({ reason: 'NOT_FOUND' })
  })

  it('does not take a permission in the system for one in a project', async () => {
    const reader: Subject = {
      ...stranger,
      grants: [{ scope: 'system', permissions: new PermissionSet('system', ['robot:read']) }],
    }
    await expect(ask(ofBoth, reader, robotOfProject)).rejects.toMatchObject({ reason: 'FORBIDDEN' })
    expect(await ask(ofBoth, member, robotOfProject)).toBe('dev')
  })
})
