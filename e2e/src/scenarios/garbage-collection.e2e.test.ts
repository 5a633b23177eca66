import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { digestOf } from '@berth/oci'
import { makeImage, OciClient, waitUntil, type OciImage } from '@berth/testkit'
import type { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../installation/open-database.js'
import { openScenario, uniqueName, type Scenario } from '../scenario.js'

let scenario: Scenario
let database: Client
let registry: OciClient
const project = uniqueName('garbage')

beforeAll(async () => {
  scenario = await openScenario()
  database = await openDatabase(scenario.installation)
  // Otherwise the job that frees what is due each minute could come first.
  await switchReclaim(false)
  const user = await scenario.admin.createUser(uniqueName('sweeper'))
  await scenario.admin.as(user).createProject(project)
  registry = new OciClient(scenario.baseUrl, user)
})

afterAll(async () => {
  await switchReclaim(true)
  await database.end()
  await scenario[Symbol.asyncDispose]()
})

async function switchReclaim(on: boolean): Promise<void> {
  await database.query(`update schedule set enabled = $1, next_run_at = null where job = 'reclaim'`, [on])
}

const blobsOf = ({ config, layers }: OciImage) => [config, ...layers]

/** How many of the blobs have a file. */
async function filesOf(image: OciImage): Promise<number> {
  const paths = blobsOf(image).map((blob) => {
    const hex = digestOf(blob).slice('sha256:'.length)
    const folder = join(scenario.facts.dataVolume, 'registry/docker/registry/v2/blobs/sha256', hex.slice(0, 2), hex)
    return join(folder, 'data')
  })
  const there = await Promise.allSettled(paths.map((path) => access(path)))
  return there.filter((result) => result.status === 'fulfilled').length
}

/** Runs garbage collection to its end. `lines` name what goes, without their times and in a fixed order. */
async function collect(parameters: { readonly dry_run: boolean }) {
  const { admin } = scenario
  const id = await admin.collectGarbage(parameters)
  const run = await waitUntil(
    async () => {
      const now = await admin.garbageCollection(id)
      return now.job_status === 'Success' ? now : undefined
    },
    { what: `run ${id} to succeed`, timeoutMs: 60_000 },
  )
  const log = await admin.garbageCollectionLog(id)
  const lines = log.split('\n').map((line) => line.replace(/^\S+ /, ''))
  const { freed_space: freed }: { freed_space: number } = JSON.parse(run.job_parameters)
  return { run, freed, log, lines: lines.filter((line) => /^(?:manifest|blob) /.test(line)).toSorted() }
}

test('frees nothing that can still be restored', async () => {
  const { admin } = scenario
  const image = await registry.pushImage(`${project}/kept`, 'v1', makeImage())
  await admin.deleteArtifact(project, 'kept', image.digest)
  const [dry, real] = [await collect({ dry_run: true }), await collect({ dry_run: false })]
  expect(dry.log).toContain('dry run')
  for (const { log } of [dry, real]) expect(log).not.toContain(image.digest)
  expect((await admin.garbageCollections()).slice(0, 2)).toEqual([real.run, dry.run])

  await admin.restoreArtifact(project, 'kept', image.digest)
  expect(await registry.pullImage(`${project}/kept`, 'v1')).toEqual(image)
})

test('frees what is past its time, exactly as a dry run listed it', async () => {
  const { admin } = scenario
  const name = `${project}/gone`
  const image = await registry.pushImage(name, 'v1', makeImage())
  await admin.deleteArtifact(project, 'gone', image.digest)
  const past = `now() - interval '30 days'`
  await database.query(`update artifact set deleted_at = ${past} where digest = $1`, [image.digest])
  await database.query(`update repository_blob set linked_at = ${past} where digest = any ($1)`, [
    blobsOf(image).map((blob) => digestOf(blob)),
  ])

  const dry = await collect({ dry_run: true })
  expect(dry.lines).toEqual([
    ...blobsOf(image)
      .map((blob) => `blob ${blob.length} bytes ${digestOf(blob)} ${name}`)
      .toSorted(),
    `manifest ${image.manifest.length} bytes ${name}@${image.digest}`,
  ])
  expect(await filesOf(image)).toBe(blobsOf(image).length)

  const real = await collect({ dry_run: false })
  expect(real.lines).toEqual(dry.lines)
  expect(real.freed).toBe(dry.freed)
  expect(real.freed).toBe([image.manifest, ...blobsOf(image)].reduce((sum, bytes) => sum + bytes.length, 0))
  expect(await filesOf(image)).toBe(0)
  await registry.expect(404, 'GET', `${name}/manifests/${image.digest}`)
})
