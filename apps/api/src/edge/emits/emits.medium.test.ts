import { afterAll, beforeAll, expect, it } from 'vitest'
import { ADMIN_PASSWORD, ApiUnderTest } from '../../testing/api.test.support.js'
import { allRoutes } from '../../testing/routes.test.support.js'
import { changeContent } from './content.test.support.js'
import { changeRegistries } from './exchange.test.support.js'
import { changeAllowlist, changeJob, changeQueues, changeSettings } from './operation.test.support.js'
import {
  changeGroups,
  changeMembers,
  changeRobots,
  changeRoles,
  changeUser,
  importUser,
} from './people.test.support.js'
import {
  changeLabels,
  changeQuota,
  changeRetention,
  changeTagRules,
  changeWebhooks,
  makeProject,
} from './projects.test.support.js'
import { type Witness, witnessOf } from './witness.test.support.js'

let witness: Witness
beforeAll(async () => {
  witness = witnessOf(await ApiUnderTest.start())
})
afterAll(() => witness.api[Symbol.asyncDispose]())

it('each changing route leaves one event, with who did it and from where', async () => {
  const { change, seen } = witness
  const about = await changeUser(witness)
  const inProject = await makeProject(witness)
  for (const ofProject of [changeTagRules, changeWebhooks, changeRetention]) await ofProject(witness, inProject)
  await changeMembers(witness, inProject, about)
  await importUser(witness)
  for (const ofProject of [changeGroups, changeRobots, changeQuota, changeLabels]) await ofProject(witness, inProject)
  await changeRegistries(witness)
  await changeContent(witness, inProject)
  await change('ProjectsController.delete', { method: 'DELETE', path: 'projects/dev' }, 'project.deleted', inProject)
  await change('UsersController.delete', { method: 'DELETE', path: `users/${about.user_id}` }, 'user.deleted', about)
  await changeRoles(witness)
  await changeAllowlist(witness)
  await changeSettings(witness)
  await changeQueues(witness)
  await changeJob(witness, 'GarbageCollectionController', 'system/gc', 'garbage-collection')
  const parameters = { audit_retention_hour: 24, include_event_types: 'create_tag' }
  await changeJob(witness, 'PurgeAuditController', 'system/purgeaudit', 'purge-audit-log', parameters)

  for (const { name, emits } of allRoutes()) {
    // Signing in has tests of its own: below, and beside the provider's.
    if (emits.length === 0 || /^(SignIn|Oidc)Controller/.test(name)) continue
    expect({ name, emits: [...(seen.get(name) ?? [])].sort() }).toEqual({ name, emits: [...emits].sort() })
  }
})

it('signing in and out leave events, and so does a wrong password, of portal and Basic alike', async () => {
  const { api, eventsOf } = witness
  const form = { principal: 'admin', password: ADMIN_PASSWORD }
  const wrong = { ...form, password: 'wrong' }
  const failed = {
    type: 'user.sign-in-failed',
    actor_kind: 'anonymous',
    address: '127.0.0.1',
    payload: { login: 'admin' },
  }
  expect(await eventsOf(() => api.call({ method: 'POST', path: '/c/login', form: wrong }))).toMatchObject([failed])
  expect(await eventsOf(() => api.call({ path: 'users/current', as: 'nobody:wrong' }))).toMatchObject([
    { ...failed, payload: { login: 'nobody' } },
  ])
  expect(await eventsOf(() => api.call({ path: 'users/current', as: 'admin' }))).toEqual([])
  let cookies: Readonly<Record<string, string>> = {}
  const signedIn = await eventsOf(async () => {
    ;({ cookies } = await api.call({ method: 'POST', path: '/c/login', form }))
  })
  const payload = { user_id: 1, user: 'admin' }
  expect(signedIn).toMatchObject([{ type: 'user.signed-in', actor_name: 'admin', actor_kind: 'user', payload }])
  const cookie = Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ')
  const leave = () => api.call({ path: '/c/log_out', headers: { cookie } })
  expect(await eventsOf(leave)).toMatchObject([{ type: 'user.signed-out', actor_name: 'admin', payload }])
  expect(await eventsOf(leave)).toEqual([])
})
