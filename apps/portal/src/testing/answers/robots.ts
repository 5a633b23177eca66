/** The right of a robot to pull from the project. */
export const pull = { kind: 'project', namespace: 'dev', access: [{ resource: 'repository', action: 'pull' }] }

export const robot = {
  id: 7,
  name: 'robot$dev+ci',
  description: 'builds',
  level: 'project',
  duration: 30,
  editable: true,
  disable: false,
  expires_at: 4_000_000_000,
  permissions: [pull],
  created_project_access: [],
  trust: [],
  creation_time: '2026-01-01T00:00:00.000Z',
  update_time: '2026-01-01T00:00:00.000Z',
}
