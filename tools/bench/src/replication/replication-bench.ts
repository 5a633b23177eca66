import { join } from 'node:path'
import { dockerRegistryProgram } from '@berth/testkit'
import type { Options } from '../options.js'
import { markdownTable, number } from '../report/format.js'
import { startBerth, type Berth } from '../servers/berth/berth.js'
import { type DistributionServer, startDistribution } from '../servers/distribution.js'
import { buildDistribution3 } from '../servers/distribution-3.js'
import { workingFolder } from '../working-folder.js'
import { type Artifact, findFaults, makeArtifacts, type Place, pushArtifacts } from './artifacts.js'
import { addRegistry, Policy } from './policy.js'

const FIRST = 'own'

/** `kill -9` of something that takes part. */
type Kill = () => Promise<void>

interface Leg {
  readonly title: string
  readonly kills: readonly Kill[]
  readonly target: Place
  /** Makes its policy, and has it begin. */
  readonly begin: () => Promise<{ readonly policy: Policy; readonly meanwhile?: () => Promise<void> }>
}

interface LegResult {
  readonly row: readonly string[]
  readonly faults: readonly string[]
}

interface ReplicationReport {
  readonly title: string
  readonly text: string
  readonly isReached: boolean
}

/**
 * Replicates images between two Berths, docker-registry and Distribution 3, by hand, by events and by a schedule, while what takes part is
 * killed in turn, and pulls each of them afterwards.
 *
 * @param tell gets one line of progress at a time
 */
export async function replicationBench(options: Options, tell: (line: string) => void): Promise<ReplicationReport> {
  await using stack = new AsyncDisposableStack()
  const folder = stack.use(await workingFolder(options.folder, 8e9))
  const distributions: DistributionServer[] = []
  const program = await dockerRegistryProgram(join(folder.path, 'package'))
  distributions.push(
    stack.use(await startDistribution('docker-registry', program, join(folder.path, 'docker-registry'))),
  )
  const notRun: string[] = []
  try {
    const third = options.registry3 ?? (await buildDistribution3(join(folder.path, 'go')))
    distributions.push(stack.use(await startDistribution('registry-3', third, join(folder.path, 'registry-3'))))
  } catch (error) {
    notRun.push(`NOT RUN: Distribution 3, because ${String(error)}`)
  }
  tell('Starting two Berths ...')
  const [here, there] = [
    stack.use(await startOne(join(folder.path, 'here'), options.built)),
    // What was built for the first one is there for the second.
    stack.use(await startOne(join(folder.path, 'there'), true)),
  ]

  const artifacts = makeArtifacts(Math.round(1000 * options.pushes))
  tell(`Pushing ${artifacts.length} artifacts ...`)
  await pushArtifacts({ server: here, namespace: FIRST }, artifacts)
  const legs = [
    ...(await berthLegs(here, there, artifacts)),
    ...(await Promise.all(distributions.map((one) => distributionLegs(here, there, one)))).flat(),
  ]
  const results: LegResult[] = []
  for (const leg of legs) {
    tell(`${leg.title} ...`)
    const result = await run(leg, artifacts)
    results.push(result)
    for (const line of result.faults.slice(0, 5)) tell(`  ${line}`)
    tell(`  ${result.row.slice(1).join(' | ')}`)
  }
  const header = ['', 'seconds', 'kill -9', 'runs', 'tasks', 'failed', 'without an end', 'missing or other']
  return {
    title: 'Replication while everything is killed in turn',
    text: [
      `${number(artifacts.length)} artifacts in ${new Set(artifacts.map(({ app }) => app)).size} repositories, each with a config and a layer that no other one has.`,
      ...notRun,
      markdownTable(
        header,
        results.map(({ row }) => row),
      ),
      '',
    ].join('\n\n'),
    isReached: results.every(({ faults }) => faults.length === 0),
  }
}

function startOne(folder: string, built: boolean): Promise<Berth> {
  const settings = 'outbound_allow = 127.0.0.1\n'
  return startBerth({ id: 'berth', folder, built, project: FIRST, settings })
}

/** Both ends in turn, everything that they consist of. */
function killsOfBoth(here: Berth, there: Berth): Kill[] {
  const services = ['jobservice', 'registry', 'postgresql', 'api', 'redis', 'proxy'] as const
  return services.flatMap((service, place) => {
    const other = services[(place + 1) % services.length] ?? 'registry'
    return [() => here.kill(service), () => there.kill(other)]
  })
}

async function berthLegs(here: Berth, there: Berth, artifacts: readonly Artifact[]): Promise<Leg[]> {
  const credential = { type: 'basic', access_key: 'admin', access_secret: there.adminPassword }
  const id = await addRegistry(here, { name: 'there', type: 'berth', url: there.url, credential })
  const to = (name: string) => ({ name, dest_registry: { id }, dest_namespace: name })
  const kills = killsOfBoth(here, there)
  return [
    {
      title: 'push by hand, Berth to Berth',
      kills,
      target: { server: there, namespace: 'by-hand' },
      async begin() {
        const policy = await Policy.make(here, {
          ...to('by-hand'),
          filters: [{ type: 'name', value: `${FIRST}/**` }],
        })
        await policy.start()
        return { policy }
      },
    },
    {
      title: 'push by events, Berth to Berth',
      kills,
      target: { server: there, namespace: 'by-events' },
      async begin() {
        await here.post('projects', { project_name: 'events' })
        const policy = await Policy.make(here, {
          ...to('by-events'),
          filters: [{ type: 'name', value: 'events/**' }],
          trigger: { type: 'event_based' },
        })
        return { policy, meanwhile: () => pushArtifacts({ server: here, namespace: 'events' }, artifacts) }
      },
    },
  ]
}

async function distributionLegs(here: Berth, there: Berth, middle: DistributionServer): Promise<Leg[]> {
  const registry = { name: middle.id, type: 'docker-registry', url: middle.url }
  const [atHere, atThere] = [await addRegistry(here, registry), await addRegistry(there, registry)]
  const namespace = `from-${middle.id}`
  const killsWith = (berth: Berth): Kill[] =>
    (['jobservice', 'registry', 'postgresql', 'redis'] as const).flatMap((service) => [
      () => berth.kill(service),
      () => middle.restart(),
    ])
  return [
    {
      title: `push by hand, Berth to ${middle.title}`,
      kills: killsWith(here),
      target: { server: middle, namespace: 'mirror' },
      async begin() {
        const policy = await Policy.make(here, {
          name: middle.id,
          dest_registry: { id: atHere },
          dest_namespace: 'mirror',
          filters: [{ type: 'name', value: `${FIRST}/**` }],
        })
        await policy.start()
        return { policy }
      },
    },
    {
      title: `pull by a schedule, ${middle.title} to Berth`,
      kills: killsWith(there),
      target: { server: there, namespace },
      async begin() {
        await there.post('projects', { project_name: namespace })
        const policy = await Policy.make(there, {
          name: middle.id,
          src_registry: { id: atThere },
          dest_namespace: namespace,
          single_active_replication: true,
          trigger: { type: 'scheduled', trigger_settings: { cron: '0 * * * * *' } },
          filters: [{ type: 'name', value: 'mirror/**' }],
        })
        return { policy }
      },
    },
  ]
}

async function run({ title, kills, target, begin }: Leg, artifacts: readonly Artifact[]): Promise<LegResult> {
  const began = performance.now()
  const { policy, meanwhile } = await begin()
  const pushes = meanwhile?.()
  let killed = 0
  const progress = await policy.untilEnded(artifacts.length, async ({ succeed }) => {
    const kill = kills[killed]
    if (!kill || succeed < (artifacts.length * (killed + 1)) / (kills.length + 2)) return
    killed += 1
    await kill()
  })
  await pushes
  await policy.switchOff()
  const seconds = (performance.now() - began) / 1000
  const { withoutEnd, failed } = await policy.untilEnded(artifacts.length, () => Promise.resolve())
  const missing = await findFaults(target, artifacts)
  const counts = [progress.runs, progress.total, failed, withoutEnd, missing.length]
  return {
    row: [title, number(seconds), String(killed), ...counts.map(number)],
    faults: [
      ...(killed < kills.length ? [`only ${killed} of ${kills.length} kills had their turn`] : []),
      ...(failed > 0 ? [`${failed} tasks failed`] : []),
      ...(withoutEnd > 0 ? [`${withoutEnd} tasks have no end`] : []),
      ...missing,
    ],
  }
}
