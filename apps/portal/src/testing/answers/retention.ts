const retentionRule = {
  id: 1,
  priority: 1,
  disabled: false,
  action: 'retain',
  template: 'latestPushedK',
  params: { latestPushedK: 10 },
  tag_selectors: [{ kind: 'doublestar', decoration: 'matches', pattern: 'v*', extras: '{"untagged":false}' }],
  scope_selectors: { repository: [{ kind: 'doublestar', decoration: 'repoMatches', pattern: '**' }] },
}

export const retentionPolicy = {
  id: 5,
  algorithm: 'or',
  rules: [retentionRule],
  trigger: {
    kind: 'Schedule',
    settings: { cron: '0 0 0 * * *', next_scheduled_time: '2026-03-01T00:00:00.000Z' },
    references: {},
  },
  scope: { level: 'project', ref: 2 },
  max_percent: 30,
}

export const retentionRun = (id: number, more: object = {}) => ({
  id,
  policy_id: 5,
  start_time: '2026-02-01T00:00:00.000Z',
  end_time: '2026-02-01T00:01:00.000Z',
  status: 'Succeed',
  trigger: 'Manual',
  dry_run: true,
  total: 3,
  retained: 1,
  preview: null,
  is_current: true,
  error: null,
  ...more,
})
