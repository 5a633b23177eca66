import { parseRepositoryName, type RepositoryName } from '@berth/oci'
import { pageNumbers } from '@berth/registry-client'
import { expect, it } from 'vitest'
import { Connection } from './connection.js'
import type { Provider } from './provider.js'

async function* endless<Listed>(one: (place: number) => Listed): AsyncGenerator<Listed> {
  for (let place = 0; ; place++) yield one(place)
}
const name = (place: number): RepositoryName => parseRepositoryName(`made/up${place}`)

const provider: Provider = {
  type: 'docker-registry',
  title: 'One that makes names up',
  addresses: [],
  repositories: () => endless(name),
  artifacts: () => endless(() => ({ tags: [] })),
}

it.each(['repositories', 'artifacts'] as const)('%s that a registry lists without end are refused', async (what) => {
  const access = { url: new URL('https://registry.example.com'), accessKey: '', secret: '' }
  await using connection = new Connection({
    endpoint: { id: 1, name: 'elsewhere', access, provider, verifyCertificate: true, authority: '', version: 1 },
    allow: [],
  })
  const list = what === 'repositories' ? connection.repositories('') : connection.artifacts(name(1))
  let listed = 0
  const read = async () => {
    for await (const _one of list) listed++
  }
  await expect(read()).rejects.toThrow('lists more than 200000')
  expect(listed).toBe(200_000)
})

it('pages of a list come to an end, whatever stands on them', () => {
  expect(() => [...pageNumbers()]).toThrow('goes on after 10000 pages')
})
