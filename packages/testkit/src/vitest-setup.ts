import type { TestProject } from 'vitest/node'
import { TEMPLATE } from './database.js'
import { createMigratedDatabase, startPostgres } from './postgres.js'

/** Vitest's global set-up of the medium tests: one cluster for the run, with the template that each test's database is copied from. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres()
  await createMigratedDatabase(server, TEMPLATE)
  const { host, port, user } = server.settings(TEMPLATE)
  project.provide('berthCluster', { host, port, user })
  return async () => server[Symbol.asyncDispose]()
}
