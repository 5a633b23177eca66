import { Database, AdvisoryLocks } from '@berth/database'
import { PostgresMetadata, ProxyRecords, type ProxySettings } from '@berth/metadata'
import { parseRepositoryName, parseTag } from '@berth/oci'
import { Endpoints, providers } from '@berth/registry-endpoints'
import { FilesystemBlobStore } from '@berth/storage'
import { createLogger } from '@berth/telemetry'
import { createTestDatabase, insertUser, makeImage, secretKey, temporaryFolder } from '@berth/testkit'
import { afterAll, expect, it } from 'vitest'
import { EndpointRest } from './endpoint-rest.js'
import { Flights } from './flights.js'
import { projectUpstream } from './project-upstream.js'
import { FakeUpstream, insertProxyProject } from './upstream.test.support.js'

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
const database = stack.use(await createTestDatabase())
const upstream = stack.use(await FakeUpstream.start())
const { path: root } = stack.use(await temporaryFolder('hub'))
const db = new Database(database.settings)
stack.defer(() => db.close())
const metadata = new PostgresMetadata(db)
const blobs = new FilesystemBlobStore({ root, spool: `${root}/spool` })
stack.defer(() => blobs.close())
await blobs.check()
const locks = stack.use(new AdvisoryLocks(database.settings))
const logger = createLogger({ service: 'test', level: 'error' }, { write: () => {} })
const flights = stack.use(new Flights(`${root}/spool`, locks, logger))

/** Docker Hub as it is, but where it answers. */
function connect() {
  const provider = providers.get('docker-hub')
  if (!provider) throw new Error('There is no kind docker-hub.')
  const connection = new Endpoints({ database: db, secretKey, allow: ['127.0.0.1'] }).tryOut({
    name: 'hub',
    provider: { ...provider, registryUrl: () => new URL(upstream.url) },
    access: { url: new URL('https://hub.docker.com'), accessKey: '', secret: '' },
    verifyCertificate: true,
    authority: '',
    version: 1,
  })
  return Promise.resolve(connection)
}

it('a name of one component is an official image of Docker Hub', async () => {
  await insertUser(database.pool)
  await insertProxyProject(database, { name: 'hub', url: 'https://hub.docker.com' })
  const settings: ProxySettings = {
    projectId: 1,
    registryId: 1,
    tagLife: 60,
    missLife: 60,
    servesStale: true,
    outlives: false,
    asksReferrers: false,
  }
  const endpoints = { connect }
  const rest = new EndpointRest()
  const hub = projectUpstream(
    { metadata, records: new ProxyRecords(db), blobs, endpoints, locks, flights, rest },
    settings,
  )
  const image = makeImage()
  upstream.put('library/alpine', '3', image)
  const pull = (name: string) =>
    hub.manifest({
      name: parseRepositoryName(name),
      reference: { tag: parseTag('3') },
      local: undefined,
      wantsBody: true,
    })
  for (const name of ['hub/alpine', 'hub/library/alpine'])
    expect((await pull(name))?.copy?.digest, name).toBe(image.digest)
  upstream.put('grafana/grafana', '3', image)
  expect((await pull('hub/grafana/grafana'))?.copy?.digest).toBe(image.digest)
})
