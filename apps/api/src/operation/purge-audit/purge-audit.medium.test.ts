import { afterAll, beforeAll, expect, it } from 'vitest'
import { ApiUnderTest } from '../../testing/api.test.support.js'

let api: ApiUnderTest
beforeAll(async () => {
  api = await ApiUnderTest.start()
})
afterAll(() => api[Symbol.asyncDispose]())

const path = 'system/purgeaudit/schedule'
const put = (type: string, parameters?: object, cron?: string) =>
  api.call({ method: 'PUT', path, as: 'admin', body: { schedule: { type, cron }, parameters } })
const history = async () => (await api.call({ path: 'system/purgeaudit', as: 'admin' })).body
const parameters = { audit_retention_hour: 168, include_event_types: 'create_artifact,pull_artifact', dry_run: true }

it('starts a purge with what it is told, and has it in its history', async () => {
  const made = await api.call({ method: 'POST', path, as: 'admin', body: { schedule: { type: 'Manual' }, parameters } })
  expect(made).toMatchObject({ status: 201 })
  const run = await api.call({ path: String(made.headers['location']), as: 'admin' })
  expect(run.body).toMatchObject({ job_name: 'PURGE_AUDIT_LOG', job_kind: 'MANUAL', job_status: 'Pending' })
  expect(JSON.parse(run.body.job_parameters)).toEqual(parameters)
  expect(await history()).toHaveLength(1)
  expect(await api.call({ path: `system/purgeaudit/${run.body.id}/log`, as: 'admin' })).toMatchObject({
    status: 200,
    text: '',
  })
  expect(await api.call({ method: 'PUT', path: `system/purgeaudit/${run.body.id}`, as: 'admin' })).toMatchObject({
    status: 200,
  })
  expect((await history())[0].job_status).toBe('Stopped')
})

it('has a schedule until that ends', async () => {
  expect(await put('Custom', parameters, '0 0 3 * * *')).toMatchObject({ status: 200 })
  const { body } = await api.call({ path, as: 'admin' })
  expect(body).toMatchObject({ job_name: 'PURGE_AUDIT_LOG', schedule: { type: 'Custom', cron: '0 0 3 * * *' } })
  expect(JSON.parse(body.job_parameters)).toEqual(parameters)
  expect(await put('None')).toMatchObject({ status: 200 })
  expect(await api.call({ path, as: 'admin' })).toMatchObject({ status: 200, text: '' })
})

it('takes no time that there is not, and starts nothing then', async () => {
  const before = (await history()).length
  for (const hours of [0, -1, 1.5, 240_001, 9_999_999, 1_000_000_000, '24'])
    for (const type of ['Manual', 'Daily']) {
      const answer = await put(type, { ...parameters, audit_retention_hour: hours })
      expect(answer).toMatchObject({ status: 422, reason: 'INVALID_FIELD' })
    }
  expect(await put('Manual', { include_event_types: 'create_tag' })).toMatchObject({
    status: 400,
    reason: 'BAD_JOB_PARAMETERS',
  })
  expect(await put('Manual', { ...parameters, include_event_types: 'create_artifcat' })).toMatchObject({ status: 400 })
  expect(await put('Manual', { ...parameters, audit_retention_hour: 240_000 })).toMatchObject({ status: 200 })
  expect(await history()).toHaveLength(before + 1)
})
