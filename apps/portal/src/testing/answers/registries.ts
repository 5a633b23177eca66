export const registry = {
  id: 3,
  name: 'upstream',
  type: 'harbor',
  url: 'https://r.example',
  credential: { type: 'basic', access_key: 'robot', access_secret: '*****' },
  insecure: false,
  status: 'unhealthy',
  status_detail: 'r.example answered 401',
  creation_time: '2026-01-01T00:00:00.000Z',
  update_time: '2026-01-01T00:00:00.000Z',
}
