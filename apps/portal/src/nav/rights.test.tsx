import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { apiPath, listAnswer, project, server } from '../testing/server'

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`
const time = '2026-01-01T00:00:00.000Z'
const tag = {
  name: 'v7',
  digest,
  artifact_id: 1,
  media_type: 'application/vnd.oci.image.manifest.v1+json',
  kind: 'image',
  size: 2048,
  platforms: [],
  push_time: time,
  pull_time: null,
  pull_count: 0,
  pushed_by: 'mara',
  other_tags: [],
  labels: [],
}
const deleted = {
  kind: 'tag',
  name: 'v6',
  digest,
  type: 'IMAGE',
  size: 2048,
  tags: [],
  taken_tags: [],
  deleted_at: time,
  deleted_by: 'mara',
  expires_at: time,
  restorable: true,
}
const repository = {
  id: 1,
  project_id: 2,
  name: 'dev/httpd',
  description: '',
  artifact_count: 1,
  pull_count: 0,
  creation_time: time,
  update_time: time,
}
const member = {
  id: 5,
  project_id: 2,
  entity_id: 5,
  entity_name: 'mara',
  entity_type: 'u',
  role_id: 2,
  role_ids: [2],
  role_name: 'developer',
  creation_time: time,
  update_time: time,
}
const list = '/projects/dev/repositories/httpd'

/** Each page, what shows that it is there, and a control with the right without which there is none. */
const controls: ReadonlyArray<readonly [right: string, role: string, name: string, path: string, shown: RegExp]> = [
  ['tag:delete', 'button', 'Delete the tag v7', list, /v7/],
  ['repository:push', 'button', 'Restore v6', `${list}?view=deleted`, /v6/],
  ['repository:delete', 'button', 'Delete the repository dev/httpd', '/projects/dev', /httpd/],
  ['member:create', 'button', 'Add a member', '/projects/dev/members', /mara/],
  ['member:update', 'combobox', 'Role of mara', '/projects/dev/members', /mara/],
  ['member:delete', 'button', 'Remove mara', '/projects/dev/members', /mara/],
  ['self:delete', 'button', 'Delete the project', '/projects/dev/settings', /Public project/],
]
const everything = new Set([
  'self:read',
  'self:update',
  'member:list',
  'repository:list',
  ...controls.map(([right]) => right),
])

function startWith(held: ReadonlySet<string>) {
  const rights = [...held].map((right) => {
    const [resource = '', action] = right.split(':')
    return { resource: resource === 'self' ? '.' : resource, action }
  })
  server.use(
    http.get(apiPath('/projects/dev'), () => HttpResponse.json(project('dev'))),
    http.get(apiPath('/projects/dev/summary'), () =>
      HttpResponse.json({ repo_count: 1, quota: { hard: { storage: -1 }, used: { storage: 0 } } }),
    ),
    http.get(apiPath('/projects/dev/repositories'), () => listAnswer([repository])),
    http.get(apiPath('/projects/dev/members'), () => listAnswer([member])),
    http.get(/\/dev\/repositories\/httpd\/tags$/, () => listAnswer([tag])),
    http.get(/\/dev\/repositories\/httpd\/deleted$/, () => listAnswer([deleted])),
    http.get(apiPath('/users/current/permissions'), ({ request }) =>
      HttpResponse.json(new URL(request.url).searchParams.get('scope') === '/system' ? [] : rights),
    ),
  )
}

describe.each(controls)('%s', (right, role, name, path, shown) => {
  test(`brings the ${role} “${name}”`, async () => {
    startWith(everything)
    await renderPortal(path)
    expect(await screen.findByRole(role, { name })).toBeTruthy()
  })

  test(`is missing: no ${role} “${name}”`, async () => {
    startWith(new Set([...everything].filter((other) => other !== right)))
    await renderPortal(path)
    await screen.findAllByText(shown)
    expect(screen.queryByRole(role, { name })).toBeNull()
  })
})
