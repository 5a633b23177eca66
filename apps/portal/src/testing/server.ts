import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'

export const origin = 'http://registry.example.com'
export const apiPath = (path: string) => `${origin}/api/v2.0${path}`

export const admin = {
  user_id: 1,
  username: 'admin',
  email: 'admin@example.com',
  realname: 'System Admin',
  comment: '',
  sysadmin_flag: true,
  second_factor: false,
  admin_role_in_auth: false,
  has_password: true,
  identity_sources: [],
  creation_time: '2026-01-01T00:00:00.000Z',
  update_time: '2026-01-01T00:00:00.000Z',
}

const rights = (text: string) =>
  text.split(' ').map((right) => {
    const [resource, action] = right.split(':')
    return { resource, action }
  })

const systemRights = rights(
  'user:list user:create user:update user:delete project:create project:delete quota:update garbage-collection:list ' +
    'garbage-collection:create garbage-collection:update garbage-collection:stop audit-log:list role:create role:read role:update role:delete ' +
    'configuration:read configuration:update user-group:list user-group:create user-group:update user-group:delete ' +
    'ldap-user:list ldap-user:create',
)
/** Relative to the project, which is itself `.`. */
const projectRights = rights(
  '.:read .:update .:delete member:list member:create member:update member:delete repository:list repository:read repository:push ' +
    'repository:update repository:delete tag:delete immutable-tag:list immutable-tag:create immutable-tag:update immutable-tag:delete ' +
    'tag-retention:read tag-retention:create tag-retention:update artifact-label:create artifact-label:delete',
)

export function project(name: string, isPublic = false) {
  return {
    project_id: 2,
    name,
    owner_id: 1,
    owner_name: 'admin',
    creation_time: '2026-01-01T00:00:00.000Z',
    update_time: '2026-01-01T00:00:00.000Z',
    deleted: false,
    togglable: true,
    registry_id: 0,
    repo_count: 0,
    current_user_role_id: 1,
    current_user_role_ids: [1],
    metadata: { public: String(isPublic) },
  }
}

/** A list's answer: one page and the length of the whole list. */
export function listAnswer(items: object[], total = items.length): Response {
  return HttpResponse.json(items, { headers: { 'X-Total-Count': String(total) } })
}

export function refusal(status: number, code: string, message: string, reason?: string, next?: string): Response {
  return HttpResponse.json(
    { errors: [{ code, message, reason, next }] },
    { status, headers: { 'X-Request-Id': 'request-1', 'X-Harbor-CSRF-Token': 'token-of-the-refusal' } },
  )
}

const [made, ...permissions] = ['2026-01-01T00:00:00.000Z', 'self:read', 'repository:pull']

export const role = (id: number, name: string, more: object = {}) => ({
  id,
  name,
  description: '',
  built_in: id < 100,
  permissions,
  member_count: 0,
  creation_time: made,
  update_time: made,
  ...more,
})

export const emptyOverview = {
  project_count: 0,
  storage: { used: 0, hard: 0, unlimited: 0 },
  projects: [],
  repositories: [],
  activity: [],
}

/** A server with one administrator signed in and nothing stored; tests override what they are about. */
export const server = setupServer(
  http.get(apiPath('/systeminfo'), () =>
    HttpResponse.json(
      {
        self_registration: true,
        registry_url: 'registry.example.com',
        project_creation_restriction: 'everyone',
        restorable_seconds: 604_800,
      },
      { headers: { 'X-Harbor-CSRF-Token': 'token-1' } },
    ),
  ),
  http.get(apiPath('/users/current'), () =>
    HttpResponse.json(admin, { headers: { 'X-Harbor-CSRF-Token': 'token-1' } }),
  ),
  http.get(apiPath('/users/current/permissions'), ({ request }) =>
    HttpResponse.json(new URL(request.url).searchParams.get('scope') === '/system' ? systemRights : projectRights),
  ),
  http.get(apiPath('/projects'), () => listAnswer([])),
  http.get(apiPath('/overview'), () => HttpResponse.json(emptyOverview)),
  http.get(apiPath('/roles'), () => listAnswer([role(1, 'projectAdmin'), role(2, 'developer'), role(3, 'guest')])),
)
