export const webhook = {
  id: 3,
  name: 'deploy',
  project_id: 2,
  enabled: true,
  creator: 'ann',
  creation_time: '2026-01-01T00:00:00.000Z',
  update_time: '2026-01-01T00:00:00.000Z',
  event_types: ['PUSH_ARTIFACT'],
  waiting: 0,
  failures: 0,
  retry_time: null,
  targets: [
    {
      type: 'http',
      address: 'https://ci.example/hook',
      has_auth_header: true,
      has_secret: false,
      skip_cert_verify: false,
      payload_format: 'Default',
    },
  ],
}
