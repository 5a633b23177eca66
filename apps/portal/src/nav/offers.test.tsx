import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { describe, expect, test } from 'vitest'
import { queue, run } from '../testing/answers/jobs'
import { label } from '../testing/answers/labels'
import { quota } from '../testing/answers/quotas'
import { registry } from '../testing/answers/registries'
import { replication } from '../testing/answers/replications'
import { retentionPolicy, retentionRun } from '../testing/answers/retention'
import { robot } from '../testing/answers/robots'
import { tagRule } from '../testing/answers/tag-rules'
import { webhook } from '../testing/answers/webhooks'
import { renderPortal } from '../testing/render-portal'
import { admin, apiPath, listAnswer, project, role, server } from '../testing/server'

const at = { creation_time: '2026-01-01T00:00:00.000Z', update_time: '2026-01-01T00:00:00.000Z' }
const user = { ...admin, user_id: 9, username: 'mara', sysadmin_flag: false, second_factor: true }
const managedRun = (job: string) => ({
  id: 7,
  job_name: job,
  job_kind: 'MANUAL',
  job_parameters: '{}',
  job_status: 'Running',
  schedule: { type: 'Manual' },
  deleted: false,
  ...at,
})
const noSchedule = { job_kind: '', job_parameters: '{}', deleted: false, schedule: { type: 'None', cron: '' } }

const lists = (answers: Readonly<Record<string, readonly object[]>>) =>
  Object.entries(answers).map(([path, rows]) => http.get(apiPath(path), () => listAnswer([...rows])))

interface PageOfOffers {
  readonly path: string
  /** With it the page is there. */
  readonly read: string
  readonly answers: ReturnType<typeof lists>
  /** What each right brings: buttons, and items in the menu of the row. */
  readonly offers: Readonly<Record<string, readonly string[]>>
}

const pages: readonly PageOfOffers[] = [
  {
    path: '/projects/dev/labels',
    read: 'self:read label:list',
    answers: lists({ '/labels': [label] }),
    offers: { 'label:create': ['New label'], 'label:update': ['Edit'], 'label:delete': ['Delete the label'] },
  },
  {
    path: '/projects/dev/tag-rules',
    read: 'self:read immutable-tag:list',
    answers: lists({ '/projects/dev/immutabletagrules': [tagRule(1)] }),
    offers: {
      'immutable-tag:create': ['Add a rule'],
      'immutable-tag:update': ['Change the rule', 'Switch off'],
      'immutable-tag:delete': ['Delete the rule'],
    },
  },
  {
    path: '/projects/dev/webhooks',
    read: 'self:read notification-policy:list',
    answers: lists({ '/projects/dev/webhook/policies': [webhook] }),
    offers: {
      'notification-policy:create': ['Add a webhook'],
      'notification-policy:update': ['Change', 'Switch off'],
      'notification-policy:delete': ['Delete'],
    },
  },
  {
    path: '/projects/dev/robots',
    read: 'self:read robot:list',
    answers: lists({ '/projects/dev/robots': [robot] }),
    offers: {
      'robot:create': ['New robot'],
      'robot:update': ['Change', 'New secret', 'Disable'],
      'robot:delete': ['Delete'],
    },
  },
  {
    path: '/roles',
    read: 'role:read',
    answers: lists({ '/roles': [role(100, 'release manager')] }),
    offers: {
      'role:create': ['New role', 'Copy the role'],
      'role:update': ['Change the role'],
      'role:delete': ['Delete the role'],
    },
  },
  {
    path: '/groups',
    read: 'user-group:list',
    answers: lists({ '/usergroups': [{ id: 2, group_name: 'ops', group_type: 3 }] }),
    offers: {
      'user-group:create': ['New group'],
      'user-group:update': ['Rename'],
      'user-group:delete': ['Delete the group'],
    },
  },
  {
    path: '/users',
    read: 'user:list',
    answers: lists({ '/users': [user] }),
    offers: {
      'user:create': ['New user'],
      'user:update': [
        'Reset the password',
        'Make system administrator',
        'End all sessions',
        'Remove the second factor',
      ],
      'user:delete': ['Delete the user'],
    },
  },
  {
    path: '/quotas',
    read: 'quota:list configuration:read',
    answers: [
      ...lists({ '/quotas': [quota(2, 'full', 1024, 5)] }),
      http.get(apiPath('/settings'), () => HttpResponse.json([{ key: 'storage_per_project', value: 1024 }])),
    ],
    offers: {
      'quota:update': ['Change the limit of full'],
      'configuration:update': ['Limit of new projects'],
    },
  },
  {
    path: '/registries',
    read: 'registry:list',
    answers: lists({ '/registries': [registry] }),
    offers: {
      'registry:create': ['New registry'],
      'registry:update': ['Edit'],
      'registry:delete': ['Delete registry'],
    },
  },
  {
    path: '/replications',
    read: 'replication-policy:list replication:list',
    answers: lists({ '/replication/policies': [{ ...replication, last_execution: undefined }] }),
    offers: {
      'replication-policy:create': ['New rule'],
      'replication:create': ['Run now'],
      'replication-policy:update': ['Edit', 'Switch off'],
      'replication-policy:delete': ['Delete'],
    },
  },
  {
    path: '/jobs',
    read: 'jobservice-monitor:list',
    answers: [
      http.get(apiPath('/jobservice/queues'), () => HttpResponse.json([queue('RETENTION', { count: 1, latency: 1 })])),
    ],
    offers: { 'jobservice-monitor:stop': ['Pause Retention', 'End what waits in Retention', 'Pause all'] },
  },
  {
    path: '/jobs?view=runs',
    read: 'jobservice-monitor:list',
    answers: lists({ '/jobservice/jobs': [run] }),
    offers: { 'jobservice-monitor:stop': ['Stop run 7'] },
  },
  {
    path: '/projects/dev/retention',
    read: 'self:read tag-retention:read',
    answers: [
      http.get(apiPath('/projects/dev'), () =>
        HttpResponse.json({ ...project('dev'), metadata: { public: 'false', retention_id: '5' } }),
      ),
      http.get(apiPath('/retentions/5'), () => HttpResponse.json(retentionPolicy)),
      ...lists({ '/retentions/5/executions': [retentionRun(8, { status: 'InProgress', end_time: null })] }),
    ],
    offers: { 'tag-retention:update': ['Add a rule', 'Change', 'Stop run 8'] },
  },
  {
    path: '/clean-up',
    read: 'garbage-collection:list',
    answers: [
      ...lists({ '/system/gc': [managedRun('GARBAGE_COLLECTION')] }),
      http.get(apiPath('/system/gc/schedule'), () => HttpResponse.json(noSchedule)),
      http.get(apiPath('/system/gc/7'), () => HttpResponse.json(managedRun('GARBAGE_COLLECTION'))),
    ],
    offers: {
      'garbage-collection:create': ['Dry run', 'Free space'],
      'garbage-collection:update': ['Change'],
      'garbage-collection:stop': ['Stop run 7'],
    },
  },
  {
    path: '/audit-log/keeping',
    read: 'purge-audit:list configuration:read',
    answers: [
      ...lists({ '/system/purgeaudit': [managedRun('PURGE_AUDIT_LOG')] }),
      http.get(apiPath('/auditlog-exts/events'), () => HttpResponse.json([{ event_type: 'create_artifact' }])),
      http.get(apiPath('/system/purgeaudit/schedule'), () => new HttpResponse()),
      http.get(apiPath('/system/purgeaudit/7'), () => HttpResponse.json(managedRun('PURGE_AUDIT_LOG'))),
      http.get(apiPath('/configurations'), () => HttpResponse.json({})),
    ],
    offers: { 'purge-audit:create': ['Dry run', 'Purge'], 'purge-audit:stop': ['Stop run 7'] },
  },
]

const toRights = (names: readonly string[]) =>
  names.map((name) => {
    const [resource, action] = name.split(':')
    return { resource: resource === 'self' ? '.' : resource, action }
  })

async function open({ path, read, answers }: PageOfOffers, held: readonly string[]): Promise<void> {
  server.use(
    http.get(apiPath('/users/current/permissions'), () => HttpResponse.json(toRights([...read.split(' '), ...held]))),
    http.get(apiPath('/projects/dev'), () => HttpResponse.json(project('dev'))),
    http.get(apiPath('/projects/dev/summary'), () => HttpResponse.json({ repo_count: 0 })),
  )
  server.use(...answers)
  await renderPortal(path)
}

/** What somebody can press, in the menu of the row as well. */
async function offered(): Promise<string[]> {
  const [menu] = screen.queryAllByRole('button', { name: /^Actions for / })
  if (menu) {
    await userEvent.setup({ pointerEventsCheck: 0 }).click(menu)
    await screen.findAllByRole('menuitem')
  }
  const all = [...screen.queryAllByRole('button'), ...screen.queryAllByRole('menuitem')]
  return all.map((one) => one.getAttribute('aria-label') ?? one.textContent)
}

describe.each(pages)('$path', (page) => {
  const rights = Object.keys(page.offers)
  test.each(['no right', ...rights])(
    'offers who lacks %s all that needs another right, and nothing that needs it',
    async (lacking) => {
      const held = rights.filter((right) => right !== lacking)
      await open(page, held)
      await screen.findByRole('table')
      const expected = held.flatMap((right) => page.offers[right] ?? [])
      const missing = (page.offers[lacking] ?? []).filter((name) => !expected.includes(name))
      await waitFor(async () => expect(await offered()).toEqual(expect.arrayContaining(expected)))
      const names = await offered()
      expect(missing.filter((name) => names.includes(name))).toEqual([])
    },
  )
})
