import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { waitUntil } from '@berth/testkit'
import { inject } from 'vitest'
import { DockerClient } from './clients/docker.js'
import { HarborClient } from './clients/harbor-client.js'
import { PodmanClient } from './clients/podman.js'
import { SkopeoClient } from './clients/skopeo.js'
import type { InstallationFacts } from './installation/facts.js'
import type { Installation } from './installation/installation.js'
import { openInstallation } from './installation/open-installation.js'

/** What every scenario works with: the installation under test, its administrator, and clients that start without any login. */
export interface Scenario extends AsyncDisposable {
  readonly facts: InstallationFacts
  readonly installation: Installation
  /** host[:port] as clients name the registry. */
  readonly registry: string
  readonly baseUrl: string
  readonly admin: HarborClient
  readonly docker: DockerClient
  readonly podman: PodmanClient
  readonly skopeo: SkopeoClient
  /** A folder of this scenario's own. */
  readonly folder: string
}

export async function openScenario(): Promise<Scenario> {
  const facts = inject('installation')
  const registry = facts.httpPort === 80 ? '127.0.0.1' : `127.0.0.1:${facts.httpPort}`
  const baseUrl = `http://${registry}`
  // Short, because podman takes no run folder of more than 50 characters.
  const folder = await mkdtemp(join(facts.work, 'scenario-'))
  const podman = new PodmanClient(registry, folder)
  return {
    facts,
    installation: openInstallation(facts),
    registry,
    baseUrl,
    admin: new HarborClient(baseUrl, { username: 'admin', password: facts.adminPassword }),
    docker: new DockerClient(registry, folder),
    podman,
    skopeo: new SkopeoClient(registry, folder),
    folder,
    async [Symbol.asyncDispose]() {
      await podman.removeAllImages()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Waits until each component says it is healthy. */
export async function untilHealthy({ admin }: Scenario, timeoutMs = 60_000): Promise<void> {
  await waitUntil(async () => (await admin.health()).status === 'healthy', { what: 'Berth to be healthy', timeoutMs })
}

let counter = 0

/** A name that no other scenario or run on the same installation uses. */
export function uniqueName(prefix: string): string {
  counter += 1
  return `${prefix}-${Date.now().toString(36)}${counter}`
}
