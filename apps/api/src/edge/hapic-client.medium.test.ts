import { buildRobotPermissionForAllResources, HarborClient } from '@hapic/harbor'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADMIN_PASSWORD, ApiUnderTest } from '../testing/api.test.support.js'

// @hapic/harbor as it is published, over a real connection: what its README documents, and what else it has.
let api: ApiUnderTest
let client: HarborClient
beforeAll(async () => {
  api = await ApiUnderTest.start()
  await api.app.listen(0, '127.0.0.1')
  const host = `${await api.app.getUrl()}/api/v2.0/`
  client = new HarborClient({ connectionOptions: { host, user: 'admin', password: ADMIN_PASSWORD } })
  await client.project.create({ project_name: 'client', public: true })
  const { pushImage } = api.content
  await pushImage('client/app', 'app', ['v1', 'v2'])
  await pushImage('client/deep/other', 'other', ['v1'])
})
afterAll(() => api[Symbol.asyncDispose]())

describe('projects', () => {
  it('are made, listed, read, changed and deleted by id and by name', async () => {
    const { id } = await client.project.create({ project_name: '2026', public: false })
    expect((await client.project.getMany({ query: { page_size: 50, q: { name: '2026' } } })).data).toHaveLength(1)
    expect((await client.project.getAll({ query: { page_size: 1 } })).data.length).toBeGreaterThan(2)
    expect(await client.project.getOne(Number(id))).toMatchObject({ name: '2026' })
    expect(await client.project.getOne('2026', true)).toMatchObject({ project_id: id })
    await client.project.update(Number(id), { project_name: '2026', public: true })
    expect(await client.project.getOne('2026', true)).toMatchObject({ metadata: { public: 'true' } })
    await client.project.delete('2026', true)
    await expect(client.project.getOne('2026', true)).rejects.toMatchObject({ response: { status: 404 } })
  })
})

describe('repositories and artifacts', () => {
  const app = { projectName: 'client', repositoryName: 'app' }

  it('are found, listed and described', async () => {
    expect(await client.projectRepository.findOne('client/app')).toMatchObject({ name: 'client/app' })
    expect(await client.projectRepository.getOne('client/app')).toMatchObject({ name_short: 'app' })
    const q = { name: '~e' }
    const { data, meta } = await client.projectRepository.getMany({ projectName: 'client', query: { q } })
    expect([data.length, meta.total]).toEqual([2, 2])
    expect(
      (await client.projectRepository.getAll({ projectName: 'client', query: { page_size: 1 } })).data,
    ).toHaveLength(2)
    await client.projectRepository.update({ ...app, data: { name: 'app', description: 'words' } })
    expect(await client.projectRepository.getOne('client/app')).toMatchObject({ description: 'words' })
    expect((await client.search('app')).repository).toHaveLength(1)
  })

  it('are listed with tags, copied and deleted', async () => {
    const query = { with_tag: true, with_label: true }
    const [artifact] = await client.projectRepositoryArtifact.getMany({ ...app, query })
    expect(artifact).toMatchObject({ tags: [{ name: 'v2' }, { name: 'v1' }] })
    const copied = { projectName: 'client', repositoryName: 'copied' }
    await client.projectRepositoryArtifact.copy(copied, { ...app, artifactTag: 'v1' })
    await client.projectRepositoryArtifact.delete({ ...copied, tagOrDigest: 'v1' })
    expect(await client.projectRepositoryArtifact.getMany(copied)).toEqual([])
    await client.projectRepository.delete('client/copied')
  })

  it('take labels', async () => {
    const made = await client.post('labels', { name: 'client', scope: 'g', color: '#FF0000' })
    const labelId = Number(String(made.headers.get('location')).split('/').at(-1))
    const labels = { ...app, tagOrDigest: 'v1', labelId }
    await client.projectRepositoryArtifactLabel.create(labels)
    const [artifact] = await client.projectRepositoryArtifact.getMany({ ...app, query: { with_label: true } })
    expect(artifact).toMatchObject({ labels: [{ name: 'client' }] })
    await client.projectRepositoryArtifactLabel.delete(labels)
  })
})

describe('webhooks', () => {
  it('are made, found, changed and deleted', async () => {
    const project = { projectIdOrName: 'client', isProjectName: true }
    const targets = [
      { type: 'http' as const, address: 'https://hooks.example.com', auth_header: '', skip_cert_verify: false },
    ]
    const { id } = await client.projectWebhookPolicy.create({ ...project, data: { name: 'hook', targets } })
    expect(await client.projectWebhookPolicy.findOne({ ...project, name: 'hook' })).toMatchObject({ id })
    const one = { ...project, id: Number(id) }
    const kept = await client.projectWebhookPolicy.getOne(one)
    await client.projectWebhookPolicy.update({ ...one, data: { ...kept, event_types: ['DELETE_ARTIFACT'] } })
    expect(await client.projectWebhookPolicy.getOne(one)).toMatchObject({
      event_types: expect.arrayContaining(['PUSH_ARTIFACT', 'DELETE_ARTIFACT']),
    })
    await client.projectWebhookPolicy.deleteByName({ ...project, name: 'hook' })
    expect((await client.projectWebhookPolicy.getMany(project)).meta.total).toBe(0)
  })
})

describe('robots', () => {
  it('are made with all rights that the client knows, read, changed, given a new secret and deleted', async () => {
    const permissions = [buildRobotPermissionForAllResources('client')]
    const { id, secret } = await client.robot.create({ name: 'client', permissions })
    expect(secret).toBeTruthy()
    expect((await client.robot.getMany({ query: { q: { name: 'client' } } })).data).toHaveLength(1)
    const kept = await client.robot.getOne(id)
    await client.robot.update(id, { ...kept, description: 'words' })
    expect(await client.robot.getOne(id)).toMatchObject({ description: 'words' })
    expect((await client.robot.updateSecret(id)).secret).not.toBe(secret)
    expect((await client.robot.updateSecret(id, 'Passw0rd-of-ours')).secret).toBe('Passw0rd-of-ours')
    await client.robot.delete(id)
    await expect(client.robot.getOne(id)).rejects.toMatchObject({ response: { status: 404 } })
  })
})
