import type { RepositoryName } from '@berth/oci'
import type { RegistryClient } from '@berth/registry-client'
import type { ImageTarget } from '@berth/transfer'
import { type Berth, Writing } from './berth.js'
import { bringSystemAllowlist } from './bring-allowlist.js'
import { bringDescription, bringImages } from './bring-images.js'
import { bringLabels, bringMembers, bringProject, closeGates } from './bring-project.js'
import { bringRegistries } from './bring-registries.js'
import { bringReplications } from './bring-replications.js'
import { RobotBringing } from './bring-robots.js'
import { bringImmutabilities, bringRetention, bringWebhooks } from './bring-rules.js'
import type { HarborApi } from './harbor-api.js'
import { HarborRepository } from './harbor-images.js'
import type { ImportRun } from './import-run.js'
import { type Inventory, isProxy, type ProjectInventory } from './inventory.js'
import type { Report } from './report.js'
import type { SecretSink } from './robot-secrets.js'

/** Repositories that are copied at the same time. */
const AT_ONCE = 4

export interface ImportEnds {
  readonly source: HarborApi
  /** The registry of the source. */
  readonly images: RegistryClient
  readonly berth: Berth
  /** Berth's own registry. */
  readonly registry: ImageTarget
}

export interface ImportOptions {
  readonly report: Report
  readonly secrets: SecretSink
  readonly run: ImportRun
  readonly stop: AbortSignal
  readonly say: (line: string) => void
}

type Ids = ReadonlyMap<number, number>

/**
 * Brings what an inventory holds into Berth. What is here already stays as it is, so that an import that broke off goes on where it was. Rules
 * come after the images that they would stop, and nobody is told of what a webhook would tell of them.
 *
 * @throws {OutboundError} where an end is away
 */
export async function importHarbor(inventory: Inventory, ends: ImportEnds, options: ImportOptions): Promise<void> {
  await new HarborImport(inventory, ends, options).run()
}

class HarborImport {
  private readonly write: Writing

  constructor(
    private readonly inventory: Inventory,
    private readonly ends: ImportEnds,
    private readonly options: ImportOptions,
  ) {
    this.write = new Writing(ends.berth, options.report)
  }

  async run(): Promise<void> {
    const { inventory, write } = this
    const { report, secrets, stop } = this.options
    const registries = await bringRegistries(write, report, inventory.registries)
    const labels = await bringLabels(write, inventory.labels)
    const robots = await RobotBringing.start(write, report, secrets, inventory.robotPrefix)
    const here = new Set<string>()
    for (const one of inventory.projects) {
      stop.throwIfAborted()
      if (await this.bring(one, registries, labels, robots)) here.add(one.project.name)
    }
    await robots.bring(inventory.robots, here)
    await bringSystemAllowlist(write, report, inventory.allowlist)
    await bringReplications(write, report, inventory.replications, registries)
  }

  /** @returns whether the project is here */
  private async bring(one: ProjectInventory, registries: Ids, common: Ids, robots: RobotBringing): Promise<boolean> {
    const { write } = this
    const { report, say } = this.options
    const { name } = one.project
    say(`project ${name}`)
    const id = await bringProject(write, report, one, registries)
    if (id === undefined) return false
    await bringMembers(write, report, one, this.inventory.groups)
    const labels = new Map([...common, ...(await bringLabels(write, one.labels, { id, name }))])
    await this.bringRepositories(one, labels)
    await closeGates(write, one)
    await bringRetention(write, one, id)
    await bringImmutabilities(write, report, one)
    await bringWebhooks(write, report, one)
    await robots.bring(one.robots, new Set([name]), { id, name })
    return true
  }

  private async bringRepositories(one: ProjectInventory, labels: Ids): Promise<void> {
    const { report } = this.options
    if (isProxy(one)) {
      if (one.repositories.length > 0)
        report.add(
          'repository',
          `${one.project.name}/*`,
          'left',
          'Copies of a proxy cache: Berth fetches them when they are pulled.',
        )
      return
    }
    const waiting = [...one.repositories]
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        this.options.stop.throwIfAborted()
        await this.bringRepository(next.name, next.description, one.project.name, labels)
      }
    }
    const ended = await Promise.allSettled(
      Array.from({ length: AT_ONCE }, () =>
        work().catch((error: unknown) => {
          // The others end with what they are at.
          waiting.length = 0
          throw error
        }),
      ),
    )
    for (const one of ended) if (one.status === 'rejected') throw one.reason
  }

  private async bringRepository(
    name: RepositoryName,
    description: string,
    project: string,
    labels: Ids,
  ): Promise<void> {
    const { report, run, stop, say } = this.options
    const { source: api, images, registry: target } = this.ends
    const task = await run.task(name)
    const source = new HarborRepository(images, api, name)
    const told = {
      say: (line: string) => {
        task.say(line)
        say(`warning: ${line}`)
      },
      counts: (counts: object) => task.tell(counts),
    }
    let fault: string | undefined
    try {
      fault = await bringImages(this.write, report, { source, target, project, stop, labels }, told)
      if (fault === undefined) await bringDescription(this.write, name, project, description)
    } catch (error) {
      await task.end(error instanceof Error ? error.message : String(error))
      throw error
    }
    await task.end(fault)
    say(`${name}: ${fault ?? 'whole'}`)
  }
}
