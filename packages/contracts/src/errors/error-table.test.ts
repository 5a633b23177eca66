import { describe, expect, expectTypeOf, it } from 'vitest'
import { BugError, TransientError, UserError } from './berth-error.js'
import { contentErrors } from './content.js'
import { user } from './error-entry.js'
import { errorTable, type PlaceholdersIn } from './error-table.js'
import { identityErrors } from './identity.js'
import { jobErrors } from './jobs.js'
import { oidcErrors } from './oidc.js'
import { peopleErrors } from './people.js'
import { projectErrors } from './projects.js'
import { proxyErrors } from './proxy.js'
import { registriesErrors } from './registries.js'
import { registryErrors } from './registry.js'
import { replicationErrors } from './replication.js'
import { requestErrors } from './request.js'
import { robotErrors } from './robots.js'
import { serviceErrors } from './service.js'
import { settingErrors } from './settings.js'
import { webhookErrors } from './webhooks.js'

const domains = [
  contentErrors,
  identityErrors,
  jobErrors,
  oidcErrors,
  peopleErrors,
  robotErrors,
  projectErrors,
  proxyErrors,
  registriesErrors,
  registryErrors,
  replicationErrors,
  requestErrors,
  serviceErrors,
  settingErrors,
  webhookErrors,
]

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort()

describe('error table', () => {
  it.each(Object.entries(errorTable))('%s says the same in both languages', (_, { en, zh, status, kind, next }) => {
    for (const text of [zh, next?.zh ?? '中']) expect(text).toMatch(/[一-鿿]/)
    for (const text of [en, next?.en ?? '-']) expect(text).not.toBe('')
    expect(placeholders(zh)).toEqual(placeholders(en))
    // 501: the request is the client's to change all the same.
    expect(kind === 'user').toBe((status >= 400 && status < 500) || status === 501)
  })

  it('tells the registry and a repository apart in Chinese, as the glossary does', () => {
    const texts = Object.entries(errorTable).flatMap(([reason, { next, ...row }]) =>
      [row, ...(next ? [next] : [])].map(({ en, zh }) => ({ reason, en, zh: zh.replaceAll('镜像仓库服务', '') })),
    )
    const loose = texts.filter(({ en, zh }) =>
      /repositor(y|ies)\b/i.test(en) ? /(?<!镜像)仓库/.test(zh) : /\bregistry\b/i.test(en) && zh.includes('仓库'),
    )
    expect(loose).toEqual([])
  })

  it('has each reason in one domain only', () => {
    expect(domains.flatMap((rows) => Object.keys(rows)).toSorted()).toEqual(Object.keys(errorTable).toSorted())
  })

  it('fills parameters in, and keeps the English text as the message', () => {
    const error = new UserError('PROJECT_NOT_FOUND', { project: 'dev' })
    expect(error.message).toBe('There is no project dev.')
    expect(error.textIn('zh')).toBe('项目 dev 不存在。')
  })

  it('keeps the cause of transient errors and bugs', () => {
    const cause = new Error('ECONNREFUSED')
    expect(new TransientError('DATABASE_UNAVAILABLE', {}, { cause }).cause).toBe(cause)
    expect(new BugError(cause)).toMatchObject({ cause, message: 'internal server error' })
  })
})

it('takes the parameters that the text names, no others and no fewer', () => {
  expectTypeOf<PlaceholdersIn<'TAG_NOT_FOUND'>>().toEqualTypeOf<'tag' | 'repository'>()
  // @ts-expect-error -- the text names a project
  expect(new UserError('PROJECT_NOT_FOUND').message).toContain('{project}')
  // @ts-expect-error -- another name
  expect(new UserError('PROJECT_NOT_FOUND', { name: 'dev' }).message).toContain('{project}')
  // @ts-expect-error -- the text names nothing
  expect(new UserError('READ_ONLY', { project: 'dev' })).toBeDefined()
})

it('does not take a Chinese text with other placeholders', () => {
  // @ts-expect-error -- {projekt} is not {project}
  expect(user('NOT_FOUND', 404, 'no {project}', '没有 {projekt}')).toBeDefined()
})
