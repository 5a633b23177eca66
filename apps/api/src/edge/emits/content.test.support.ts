import type { InProject, Witness } from './witness.test.support.js'

/** A repository, its artifacts and tags, what is deleted of them and what comes back. */
export async function changeContent({ api, change, numberOf }: Witness, inProject: InProject) {
  const { pushImage } = api.content
  const image = await pushImage('dev/app', 'one', ['v1', 'v2'])
  const repository = 'projects/dev/repositories/app'
  const inRepository = { project_id: inProject.project_id, repository: 'dev/app' }
  const artifact = { ...inRepository, digest: image.digest }
  const description = { description: 'An app.' }
  await change(
    'RepositoriesController.update',
    { method: 'PUT', path: repository, body: description },
    'repository.updated',
    { ...inRepository, ...description },
  )
  await api.call({
    method: 'POST',
    path: 'labels',
    as: 'admin',
    body: { name: 'ours', scope: 'p', project_id: inProject.project_id },
  })
  const artifactLabelId = await numberOf('select id from label')
  const labels = `${repository}/artifacts/${image.digest}/labels`
  const bound = { ...artifact, label_id: artifactLabelId, label: 'ours' }
  const labelOf = { id: artifactLabelId }
  await change(
    'ArtifactLabelsController.add',
    { method: 'POST', path: labels, body: labelOf },
    'artifact.labelled',
    bound,
  )
  await change(
    'ArtifactLabelsController.remove',
    { method: 'DELETE', path: `${labels}/${artifactLabelId}` },
    'artifact.unlabelled',
    bound,
  )
  const tags = `${repository}/artifacts/${image.digest}/tags`
  await change('TagsController.create', { method: 'POST', path: tags, body: { name: 'v3' } }, 'tag.created', {
    ...artifact,
    tag: 'v3',
  })
  await change('TagsController.delete', { method: 'DELETE', path: `${tags}/v3` }, 'tag.deleted', {
    ...artifact,
    tag: 'v3',
  })
  await change(
    'TagsController.deleteOfRepository',
    { method: 'DELETE', path: `${repository}/tags/v2` },
    'tag.deleted',
    { ...artifact, tag: 'v2' },
  )
  await change(
    'DeletedController.restore',
    { method: 'POST', path: `${repository}/deleted/v2/restore` },
    'tag.restored',
    {
      ...artifact,
      tag: 'v2',
    },
  )
  const entries = async (): Promise<readonly { readonly id: number }[]> =>
    (await api.call({ path: `${repository}/tags/v2/history?q=action%3Ddelete`, as: 'admin' })).body
  await api.call({ method: 'DELETE', path: `${repository}/tags/v2`, as: 'admin' })
  const [entry] = await entries()
  await change(
    'HistoryController.restore',
    { method: 'POST', path: `${repository}/tags/v2/history/${entry?.id}/restore` },
    'tag.restored',
    { ...artifact, tag: 'v2' },
  )
  await change(
    'CopiesController.copy',
    { method: 'POST', path: `projects/dev/repositories/copy/artifacts?from=dev/app:v1` },
    'artifact.pushed',
    { ...artifact, repository: 'dev/copy', created: true, tags: ['v1'] },
  )
  await api.call({ method: 'DELETE', path: 'projects/dev/repositories/copy', as: 'admin' })
  await change(
    'ArtifactsController.delete',
    { method: 'DELETE', path: `${repository}/artifacts/${image.digest}` },
    'artifact.deleted',
    { ...artifact, tags: ['v1', 'v2'] },
    'admin',
    ['v1', 'v2'].map((tag) => ({ type: 'tag.deleted', payload: { ...artifact, tag, with_artifact: true } })),
  )
  await change(
    'DeletedController.restore',
    { method: 'POST', path: `${repository}/deleted/${image.digest}/restore` },
    'artifact.restored',
    { ...artifact, tags: ['v1', 'v2'] },
  )
  await api.call({ method: 'DELETE', path: `${repository}/artifacts/${image.digest}`, as: 'admin' })
  await change(
    'HistoryController.restore',
    { method: 'POST', path: `${repository}/tags/v2/history/${entry?.id}/restore` },
    'tag.restored',
    { ...artifact, tag: 'v2' },
    'admin',
    [{ type: 'artifact.restored', payload: { ...artifact, tags: [] } }],
  )
  await api.call({ method: 'DELETE', path: `${repository}/artifacts/${image.digest}`, as: 'admin' })
  await change(
    'DeletedController.purge',
    { method: 'DELETE', path: `${repository}/deleted/${image.digest}` },
    'artifact.purged',
    artifact,
  )
  await change(
    'RepositoriesController.delete',
    { method: 'DELETE', path: repository },
    'repository.deleted',
    inRepository,
  )
}
