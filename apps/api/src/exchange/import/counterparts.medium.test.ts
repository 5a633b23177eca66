import { Outbound } from '@berth/outbound'
import { FakeHarbor } from '@berth/testkit'
import { expect, it } from 'vitest'
import { noteCounterparts } from './counterparts.js'
import { HarborApi } from './harbor-api.js'
import { Reading } from './reading.js'
import { Report } from './report.js'

it.each([
  [403, { outcome: 'failed', name: 'all of them' }],
  [200, { outcome: 'left', name: '2 accounts' }],
])('says of accounts that it could not read them: %i', async (status, entry) => {
  await using fake = await FakeHarbor.start()
  await using outbound = new Outbound({ allow: ['127.0.0.1'], idleTimeout: 500 })
  fake.intercept = ({ url = '' }, response) => {
    if (!url.includes('/users?')) return false
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(status === 200 ? [{ user_id: 1 }, { user_id: 2 }] : { errors: [] }))
    return true
  }
  const stop = new AbortController().signal
  const api = await HarborApi.open({ url: new URL(fake.url), credentials: fake.credentials, outbound, stop })
  const report = new Report(fake.url, '')
  await noteCounterparts(new Reading(api, report), report, 'LDAP')
  expect(report.entries.filter(({ kind }) => kind === 'user')).toMatchObject([entry])
})
