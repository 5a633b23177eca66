export const mirror = { id: 3, name: 'mirror', url: 'https://m.example', type: 'harbor' }

export const execution = {
  id: 40,
  policy_id: 7,
  status: 'InProgress',
  trigger: 'scheduled',
  start_time: '2026-01-01T00:00:00.000Z',
  end_time: '0001-01-01T00:00:00.000Z',
  status_text: '',
  total: 4,
  succeed: 1,
  failed: 1,
  in_progress: 2,
  stopped: 0,
}

export const replication = {
  id: 7,
  name: 'releases',
  description: 'For the other site.',
  src_registry: { id: 0, name: 'Local', url: '', type: 'berth' },
  dest_registry: mirror,
  dest_namespace: 'copies',
  dest_namespace_replace_count: 1,
  trigger: { type: 'event_based', trigger_settings: {} },
  filters: [
    { type: 'name', value: 'team/**' },
    { type: 'tag', value: '*-rc', decoration: 'excludes' },
  ],
  replicate_deletion: true,
  deletion: true,
  override: true,
  enabled: true,
  speed: 512,
  copy_by_chunk: false,
  single_active_replication: true,
  creator: 'admin',
  creation_time: '2026-01-01T00:00:00.000Z',
  update_time: '2026-01-01T00:00:00.000Z',
  last_execution: execution,
}
