import type { InProject, Witness } from './witness.test.support.js'

/** A project, and its metadata. @returns what its events name */
export async function makeProject({ change, numberOf }: Witness) {
  const project = { project_name: 'dev', metadata: { public: 'true' } }
  await change('ProjectsController.create', { method: 'POST', path: 'projects', body: project }, 'project.created', {
    project: 'dev',
    public: true,
  })
  const projectId = await numberOf(`select id from project where name = 'dev'`)
  const inProject = { project_id: projectId, project: 'dev' }
  const update = { metadata: { public: 'false' } }
  await change('ProjectsController.update', { method: 'PUT', path: 'projects/dev', body: update }, 'project.updated', {
    ...inProject,
    changed: { public: 'false' },
  })
  const metadatas = 'projects/dev/metadatas'
  await change(
    'MetadataController.add',
    { method: 'POST', path: metadatas, body: { severity: 'low' } },
    'project.updated',
    {
      ...inProject,
      changed: { severity: 'low' },
    },
  )
  await change(
    'MetadataController.update',
    { method: 'PUT', path: `${metadatas}/severity`, body: { severity: 'high' } },
    'project.updated',
    { ...inProject, changed: { severity: 'high' } },
  )
  await change('MetadataController.delete', { method: 'DELETE', path: `${metadatas}/severity` }, 'project.updated', {
    ...inProject,
    changed: { severity: '' },
  })
  return inProject
}

const selectors = {
  tag_selectors: [{ kind: 'doublestar', decoration: 'matches', pattern: 'v*' }],
  scope_selectors: { repository: [{ kind: 'doublestar', decoration: 'repoExcludes', pattern: 'scratch/**' }] },
}

/** Rules that keep tags. */
export async function changeTagRules({ api, change }: Witness, inProject: InProject) {
  const tagRules = 'projects/dev/immutabletagrules'
  const ofRule = { ...inProject, rule: 'all but scratch/** : v*', disabled: false, roles: null, robots: false }
  const newRule = { method: 'POST', path: tagRules, body: selectors } as const
  await change('TagRulesController.create', newRule, 'tag-rule.created', ofRule)
  const rulePath = `${tagRules}/${(await api.call({ path: tagRules, as: 'admin' })).body[0].id}`
  const off = { method: 'PUT', path: rulePath, body: { ...selectors, disabled: true } } as const
  await change('TagRulesController.update', off, 'tag-rule.changed', { ...ofRule, disabled: true })
  const dropRule = { method: 'DELETE', path: rulePath } as const
  await change('TagRulesController.delete', dropRule, 'tag-rule.deleted', { ...ofRule, disabled: true })
}

/** Webhooks, and a delivery that is repeated. */
export async function changeWebhooks({ api, change }: Witness, inProject: InProject) {
  const webhooks = 'projects/dev/webhook/policies'
  const target = { type: 'http', address: 'http://hook.example/' }
  const webhook = { name: 'hook', event_types: ['PUSH_ARTIFACT'], targets: [target] }
  const ofWebhook = { ...inProject, webhook: 'hook', enabled: true }
  const newWebhook = { method: 'POST', path: webhooks, body: webhook } as const
  await change('WebhooksController.create', newWebhook, 'webhook.created', ofWebhook)
  const webhookPath = `${webhooks}/${(await api.call({ path: webhooks, as: 'admin' })).body[0].id}`
  const delivered = await api.database.pool.query<{ id: string }>(
    `insert into job_execution (job, class, trigger, subject_kind, subject_id)
     values ('webhook-delivery', 'webhook', 'event', 'webhook', $1) returning id`,
    [webhookPath.split('/').at(-1)],
  )
  const repeated = { method: 'POST', path: `${webhookPath}/executions/${delivered.rows[0]?.id}/redelivery` } as const
  await change('DeliveriesController.repeat', repeated, 'job.started', { job: 'webhook-delivery' })
  const offWebhook = { method: 'PUT', path: webhookPath, body: { ...webhook, enabled: false } } as const
  await change('WebhooksController.update', offWebhook, 'webhook.changed', { ...ofWebhook, enabled: false })
  const dropWebhook = { method: 'DELETE', path: webhookPath } as const
  await change('WebhooksController.delete', dropWebhook, 'webhook.deleted', { ...ofWebhook, enabled: false })
}

/** A policy of retention, and a run of it. */
export async function changeRetention({ api, change }: Witness, inProject: InProject) {
  const rules = [{ template: 'latestPushedK', params: { latestPushedK: 3 }, ...selectors }]
  const retention = { scope: { level: 'project', ref: inProject.project_id }, rules }
  const policy = { ...inProject, rules: 1 }
  const newPolicy = { method: 'POST', path: 'retentions', body: retention } as const
  await change('RetentionController.create', newPolicy, 'retention.created', policy)
  const retentionPath = `retentions/${(await api.call({ path: 'projects/dev/metadatas', as: 'admin' })).body.retention_id}`
  const daily = { ...retention, max_percent: 50, trigger: { kind: 'Schedule', settings: { cron: '0 0 0 * * *' } } }
  await change('RetentionController.update', { method: 'PUT', path: retentionPath, body: daily }, 'retention.changed', {
    ...policy,
    cron: '0 0 0 * * *',
    max_percent: 50,
  })
  const runs = `${retentionPath}/executions`
  const dry = { method: 'POST', path: runs, body: { dry_run: true } } as const
  await change('RetentionRunsController.start', dry, 'job.started', { job: 'retention' })
  const [{ id: run }] = (await api.call({ path: runs, as: 'admin' })).body
  const stop = { method: 'PATCH', path: `${runs}/${run}`, body: { action: 'stop' } } as const
  await change('RetentionRunsController.stop', stop, 'job.stopped', { job: 'retention', execution_id: run })
  const dropPolicy = { method: 'DELETE', path: retentionPath } as const
  await change('RetentionController.delete', dropPolicy, 'retention.deleted', inProject)
}

/** What the project may take. */
export async function changeQuota({ change }: Witness, inProject: InProject) {
  const quota = {
    method: 'PUT',
    path: `quotas/${inProject.project_id}`,
    body: { hard: { storage: 5_000_000 } },
  } as const
  const limited = { ...inProject, storage: 5_000_000, before: -1 }
  await change('QuotasController.update', quota, 'quota.changed', limited)
}

/** Labels of the project. */
export async function changeLabels({ change, numberOf }: Witness, inProject: InProject) {
  const label = { name: 'ours', scope: 'p', project_id: inProject.project_id }
  const labelled = { ...inProject, label: 'ours' }
  await change('LabelsController.create', { method: 'POST', path: 'labels', body: label }, 'label.created', labelled)
  const labelId = await numberOf('select id from label')
  const labelPath = `labels/${labelId}`
  const theirs = { name: 'theirs' }
  await change('LabelsController.update', { method: 'PUT', path: labelPath, body: theirs }, 'label.updated', {
    ...inProject,
    label_id: labelId,
    label: 'theirs',
  })
  await change('LabelsController.delete', { method: 'DELETE', path: labelPath }, 'label.deleted', {
    ...inProject,
    label_id: labelId,
    label: 'theirs',
  })
}
