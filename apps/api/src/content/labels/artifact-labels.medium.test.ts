import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiUnderTest } from '../../testing/api.test.support.js'

let api: ApiUnderTest
let labels: Record<'global' | 'own' | 'other', number>
beforeAll(async () => {
  api = await ApiUnderTest.start()
  for (const name of ['uma', 'dan', 'gus']) await api.createUser(name)
  const dev = await api.createProject('dev', 'uma')
  const other = await api.createProject('other', 'uma')
  await api.addMember('dev', 'uma', 'dan', 2)
  await api.addMember('dev', 'uma', 'gus', 3)
  labels = {
    global: await create({ name: 'released', scope: 'g' }),
    own: await create({ name: 'approved', color: '#0079B8', scope: 'p', project_id: dev }),
    other: await create({ name: 'elsewhere', scope: 'p', project_id: other }),
  }
})
afterAll(() => api[Symbol.asyncDispose]())

async function create(body: object): Promise<number> {
  const made = await api.call({ method: 'POST', path: 'labels', as: 'admin', body })
  return Number(String(made.headers['location']).split('/').at(-1))
}
const pathOf = (repository: string, reference: string) => {
  const [project, name] = repository.split('/')
  return `projects/${project}/repositories/${name}/artifacts/${reference}`
}
const add = (repository: string, reference: string, id: number, as = 'dan') =>
  api.call({ method: 'POST', path: `${pathOf(repository, reference)}/labels`, as, body: { id } })
const remove = (repository: string, reference: string, id: number, as = 'dan') =>
  api.call({ method: 'DELETE', path: `${pathOf(repository, reference)}/labels/${id}`, as })
const namesOf = (labels: { name: string }[] | null) => labels?.map(({ name }) => name) ?? null
const labelsOf = async (repository: string, reference: string) =>
  namesOf((await api.call({ path: `${pathOf(repository, reference)}?with_label=true`, as: 'uma' })).body.labels)
const found = async (repository: string, list: 'artifacts' | 'tags', q: string) => {
  const [project, name] = repository.split('/')
  const path = `projects/${project}/repositories/${name}/${list}?q=${encodeURIComponent(q)}&sort=digest`
  const { status, body } = await api.call({
    path: list === 'tags' ? path.replace('&sort=digest', '') : path,
    as: 'gus',
  })
  return status === 200 ? body.map(({ digest }: { digest: string }) => digest).toSorted() : status
}

describe('labels of an artifact', () => {
  it('are put on it and taken off by developers, and shown where they are asked for', async () => {
    await api.content.pushImage('dev/app', 'one', ['v1'])
    expect(await add('dev/app', 'v1', labels.own)).toMatchObject({ status: 200, text: '' })
    expect(await add('dev/app', 'v1', labels.global)).toMatchObject({ status: 200 })
    expect(await labelsOf('dev/app', 'v1')).toEqual(['approved', 'released'])
    const { body } = await api.call({ path: `${pathOf('dev/app', 'v1')}?with_label=true`, as: 'gus' })
    expect(body.labels[0]).toMatchObject({ id: labels.own, name: 'approved', color: '#0079B8', scope: 'p' })
    expect((await api.call({ path: pathOf('dev/app', 'v1'), as: 'gus' })).body.labels).toBeNull()
    const listed = await api.call({ path: 'projects/dev/repositories/app/artifacts?with_label=true', as: 'gus' })
    expect(namesOf(listed.body[0].labels)).toEqual(['approved', 'released'])
    const tags = await api.call({ path: 'projects/dev/repositories/app/tags', as: 'gus' })
    expect(tags.body[0].labels).toEqual([
      { id: labels.own, name: 'approved', color: '#0079B8' },
      { id: labels.global, name: 'released' },
    ])
    expect(await remove('dev/app', 'v1', labels.global)).toMatchObject({ status: 200, text: '' })
    expect(await labelsOf('dev/app', 'v1')).toEqual(['approved'])
  })

  it('are each there once, and are of its project or of all', async () => {
    const { digest } = await api.content.pushImage('dev/once', 'once', ['v1'])
    await add('dev/once', digest, labels.own)
    expect(await add('dev/once', 'v1', labels.own)).toMatchObject({ status: 409, reason: 'LABEL_ON_ARTIFACT' })
    for (const id of [labels.other, 2_000_000_000, Number.MAX_SAFE_INTEGER, -1])
      expect(await add('dev/once', 'v1', id, 'uma')).toMatchObject({ status: 404, reason: 'LABEL_NOT_FOUND' })
    for (const id of [labels.global, labels.other])
      expect(await remove('dev/once', 'v1', id)).toMatchObject({ status: 404, reason: 'LABEL_NOT_ON_ARTIFACT' })
    expect(await add('dev/once', 'none', labels.own)).toMatchObject({ status: 404, reason: 'ARTIFACT_NOT_FOUND' })
  })

  it('are not for guests to change', async () => {
    await api.content.pushImage('dev/guests', 'guests', ['v1'])
    expect(await add('dev/guests', 'v1', labels.own, 'gus')).toMatchObject({ status: 403, reason: 'FORBIDDEN' })
    await add('dev/guests', 'v1', labels.own)
    expect(await remove('dev/guests', 'v1', labels.own, 'gus')).toMatchObject({ status: 403, reason: 'FORBIDDEN' })
  })

  it('are found by id: one, some of them, or all of them', async () => {
    const both = await api.content.pushImage('dev/find', 'both', ['both'])
    const own = await api.content.pushImage('dev/find', 'own', ['own'])
    await api.content.pushImage('dev/find', 'none', ['none'])
    for (const [reference, id] of [
      ['both', labels.own],
      ['both', labels.global],
      ['own', labels.own],
    ] as const)
      await add('dev/find', reference, id)
    const two = [both.digest, own.digest].toSorted()
    for (const list of ['artifacts', 'tags'] as const) {
      expect(await found('dev/find', list, `labels=${labels.own}`)).toEqual(two)
      expect(await found('dev/find', list, `labels=(${labels.own} ${labels.global})`)).toEqual([both.digest])
      expect(await found('dev/find', list, `labels={${labels.own} ${labels.global}}`)).toEqual(two)
      expect(await found('dev/find', list, 'labels=999999999999')).toEqual([])
      for (const q of ['labels=~1', 'labels=[1~2]', 'labels=approved', 'labels=(1 x)'])
        expect(await found('dev/find', list, q), q).toBe(400)
    }
  })

  it('go from every artifact with the label, and with them what it finds', async () => {
    const id = await create({ name: 'going', scope: 'g' })
    for (const name of ['a', 'b', 'c']) {
      await api.content.pushImage('dev/going', name, [name])
      await add('dev/going', name, id)
    }
    await api.call({ method: 'DELETE', path: `labels/${id}`, as: 'admin' })
    for (const name of ['a', 'b', 'c']) expect(await labelsOf('dev/going', name)).toBeNull()
    expect(await found('dev/going', 'artifacts', `labels=${id}`)).toEqual([])
  })

  it('come back with an artifact that is restored, and are gone where it is pushed anew', async () => {
    const again = () => api.content.pushImage('dev/back', 'back', ['v1'])
    const { digest } = await again()
    await add('dev/back', 'v1', labels.own)
    const path = pathOf('dev/back', digest)
    await api.call({ method: 'DELETE', path, as: 'uma' })
    const restored = {
      method: 'POST',
      path: `projects/dev/repositories/back/deleted/${digest}/restore`,
      as: 'uma',
    } as const
    expect(await api.call(restored)).toMatchObject({ status: 200 })
    expect(await labelsOf('dev/back', digest)).toEqual(['approved'])
    await api.call({ method: 'DELETE', path, as: 'uma' })
    await again()
    expect(await labelsOf('dev/back', digest)).toBeNull()
  })

  it('go along with a copy as far as the other project has them', async () => {
    const { digest } = await api.content.pushImage('dev/copied', 'copied', ['v1'])
    await add('dev/copied', 'v1', labels.own)
    await add('dev/copied', 'v1', labels.global)
    const copy = (into: string) =>
      api.call({
        method: 'POST',
        path: `projects/${into}/repositories/copied-to/artifacts?from=dev/copied:v1`,
        as: 'uma',
      })
    for (const project of ['dev', 'other']) expect(await copy(project)).toMatchObject({ status: 201 })
    expect(await labelsOf('dev/copied-to', digest)).toEqual(['approved', 'released'])
    expect(await labelsOf('other/copied-to', digest)).toEqual(['released'])
    // What is there keeps its own.
    await remove('other/copied-to', digest, labels.global, 'uma')
    await copy('other')
    expect(await labelsOf('other/copied-to', digest)).toBeNull()
  })

  it('and a label that goes at the same time leave no trace and no fault', async () => {
    await api.content.pushImage('dev/race', 'race', ['v1'])
    for (let round = 0; round < 10; round++) {
      const id = await create({ name: `race ${round}`, scope: 'g' })
      const [added, gone] = await Promise.all([
        add('dev/race', 'v1', id),
        api.call({ method: 'DELETE', path: `labels/${id}`, as: 'admin' }),
      ])
      expect([200, 404]).toContain(added.status)
      expect(gone.status).toBe(200)
    }
    expect(await labelsOf('dev/race', 'v1')).toBeNull()
  })
})
