export const label = {
  id: 4,
  name: 'released',
  description: 'May be used.',
  color: '#1D7F57',
  scope: 'p',
  project_id: 2,
  creation_time: '2026-01-01T00:00:00.000Z',
  update_time: '2026-01-01T00:00:00.000Z',
}
