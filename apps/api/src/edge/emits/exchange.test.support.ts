import type { Witness } from './witness.test.support.js'

/** Registries elsewhere, what is copied to them, and what is pulled through them. */
export async function changeRegistries({ api, change, numberOf }: Witness) {
  const registries = 'RegistriesController'
  const endpoint = { name: 'elsewhere', type: 'docker-registry', url: 'http://127.0.0.1:1' }
  const registry = { registry: 'elsewhere', url: endpoint.url }
  await change(
    `${registries}.create`,
    { method: 'POST', path: 'registries', body: endpoint },
    'registry.created',
    registry,
  )
  const registryId = await numberOf('select id from registry_endpoint')
  const registryPath = `registries/${registryId}`
  const described = { method: 'PUT', path: registryPath, body: { description: 'Ours.' } } as const
  await change(`${registries}.update`, described, 'registry.updated', { ...registry, changed: ['description'] })
  const proxied = { project: 'proxied' }
  await change(
    'ProjectsController.create',
    { method: 'POST', path: 'projects', body: { project_name: 'proxied', registry_id: registryId } },
    'retention.created',
    { ...proxied, rules: 1, cron: '0 0 0 * * *' },
    'admin',
    [{ type: 'project.created', payload: { ...proxied, public: false } }],
  )
  await api.database.pool.query(`delete from project where name = 'proxied'`)
  const replication = { name: 'mirror', dest_registry: { id: registryId }, enabled: true, dest_namespace: 'copies' }
  const newCopying = { method: 'POST', path: 'replication/policies', body: replication } as const
  await change('ReplicationsController.create', newCopying, 'replication.created', { policy: 'mirror', enabled: true })
  const copyingId = Number((await api.call({ path: 'replication/policies', as: 'admin' })).body[0].id)
  const startCopying = { method: 'POST', path: 'replication/executions', body: { policy_id: copyingId } } as const
  await change('ReplicationRunsController.start', startCopying, 'job.started', { job: 'replication' })
  const copyingRun = Number((await api.call({ path: 'replication/executions', as: 'admin' })).body[0].id)
  const stopCopying = { method: 'PUT', path: `replication/executions/${copyingRun}` } as const
  await change('ReplicationRunsController.stop', stopCopying, 'job.stopped', {
    job: 'replication',
    execution_id: copyingRun,
  })
  const copyingPath = `replication/policies/${copyingId}`
  const offCopying = { method: 'PUT', path: copyingPath, body: { ...replication, enabled: false } } as const
  await change('ReplicationsController.update', offCopying, 'replication.changed', { policy: 'mirror', enabled: false })
  await change('ReplicationsController.delete', { method: 'DELETE', path: copyingPath }, 'replication.deleted', {
    policy_id: copyingId,
    policy: 'mirror',
    enabled: false,
  })
  await change(`${registries}.delete`, { method: 'DELETE', path: registryPath }, 'registry.deleted', {
    registry_id: registryId,
    registry: 'elsewhere',
  })
}
