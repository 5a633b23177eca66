import { join } from 'node:path'
import { dockerRegistryProgram } from '@berth/testkit'
import { z } from 'zod'
import { PushClient } from '../load/push-client.js'
import { makeImage, type SyntheticImage } from '../load/synthetic-image.js'
import type { Options } from '../options.js'
import { startBerth, type Berth } from '../servers/berth/berth.js'
import { startDistribution } from '../servers/distribution.js'
import { median } from '../statistics.js'
import { workingFolder } from '../working-folder.js'
import { openGate, type Gate } from './gate.js'
import { type Place, pullImage } from './pull-image.js'

const registries = z.tuple([z.object({ id: z.int() })])
const MIB = 1024 ** 2
const [CLIENTS, LAYERS, WARM_LAYERS] = [50, 5, 5]
/** A warm pull may take so much longer from a proxy cache than from a project that was pushed to. */
const TARGET = 1.1

interface Candidate {
  readonly title: string
  readonly gate: Gate
  readonly large: Place
  readonly small: Place
}

interface ProxyReport {
  readonly title: string
  readonly text: string
  readonly isReached: boolean
}

/**
 * Has many clients pull a cold image through a proxy cache, then with its registry away, and compares warm pulls with those of a project
 * that was pushed to: of Berth, and of Docker's registry as a pull-through cache.
 *
 * @param tell gets one line of progress at a time
 */
export async function proxyBench(options: Options, tell: (line: string) => void): Promise<ProxyReport> {
  await using stack = new AsyncDisposableStack()
  const folder = stack.use(await workingFolder(options.folder, 8e9))
  const program = await dockerRegistryProgram(join(folder.path, 'package'))
  const upstream = stack.use(await startDistribution('docker-registry', program, join(folder.path, 'upstream')))
  const [gate, otherGate] = [stack.use(await openGate(upstream.url)), stack.use(await openGate(upstream.url))]
  const layer = Math.ceil((500 * MIB * options.pushes) / LAYERS)
  const [large, small] = [makeImage(LAYERS, layer), makeImage(WARM_LAYERS, MIB)]
  await push(upstream.url, 'bench/large', large)
  await push(upstream.url, 'bench/small', small)

  tell('Starting Berth ...')
  const berth = stack.use(
    await startBerth({
      id: 'berth',
      folder: join(folder.path, 'berth'),
      built: options.built,
      project: 'own',
      settings: 'outbound_allow = 127.0.0.1\n',
    }),
  )
  await addProxy(berth, gate.url)
  const scopes = ['own/small', 'proxied/bench/large', 'proxied/bench/small'].map(
    (name) => `repository:${name}:pull,push`,
  )
  const authorization = await berth.authorization(scopes)
  await push(berth.url, 'own/small', small, authorization)
  const ofBerth = (repository: string): Place => ({ url: berth.url, repository, authorization })
  const peer = stack.use(
    await startDistribution('docker-registry', program, join(folder.path, 'peer'), { remote: otherGate.url }),
  )
  const ofPeer = (repository: string): Place => ({ url: peer.url, repository, authorization: undefined })

  const candidates: Candidate[] = [
    {
      title: `${berth.title}, proxy cache`,
      gate,
      large: ofBerth('proxied/bench/large'),
      small: ofBerth('proxied/bench/small'),
    },
    {
      title: `${peer.title}, pull-through cache`,
      gate: otherGate,
      large: ofPeer('bench/large'),
      small: ofPeer('bench/small'),
    },
  ]
  const lines = [
    `${CLIENTS} clients pull one cold image of ${Math.round((LAYERS * layer) / MIB)} MiB; then a warm one of ${WARM_LAYERS} MiB, one after the other.`,
    '',
    '| | cold, s | transfers of each blob | with its registry away | warm p50, ms | of an own project |',
    '| --- | ---: | ---: | --- | ---: | ---: |',
  ]
  const warm = await warmTimes(
    [ofBerth('own/small'), ...candidates.map((candidate) => candidate.small)],
    small,
    options,
  )
  const own = warm[0] ?? Number.NaN
  let isReached = true
  for (const [place, { title, gate: door, large: at }] of candidates.entries()) {
    tell(`${title} ...`)
    const began = performance.now()
    const pulls = await Promise.allSettled(Array.from({ length: CLIENTS }, () => pullImage(at, large)))
    const seconds = (performance.now() - began) / 1000
    const faults = pulls.flatMap((pull) => (pull.status === 'rejected' ? [String(pull.reason)] : []))
    const failed = faults.length
    if (failed > 0) tell(`${title}: ${faults[0] ?? ''}`)
    const transfers = Math.max(...[large.config, ...large.layers].map(({ digest }) => door.transfers.get(digest) ?? 0))
    door.shut()
    const away = await pullImage(at, large).then(
      () => 'pulls go on',
      (error: unknown) => `fails: ${String(error)}`,
    )
    const p50 = warm[place + 1] ?? Number.NaN
    const cold = `${seconds.toFixed(1)}${failed > 0 ? ` (${failed} failed)` : ''}`
    lines.push(`| ${title} | ${cold} | ${transfers} | ${away} | ${p50.toFixed(1)} | ${(p50 / own).toFixed(2)} × |`)
    if (place === 0) isReached = failed === 0 && transfers === 1 && away === 'pulls go on' && p50 <= TARGET * own
  }
  lines.push(`| ${berth.title}, own project | | | | ${own.toFixed(1)} | 1 × |`, '')
  return { title: 'Proxy caches', text: lines.join('\n'), isReached }
}

async function push(url: string, repository: string, image: SyntheticImage, authorization?: string): Promise<void> {
  await using client = new PushClient(url, 2)
  await client.pushImage(repository, 'latest', image, authorization)
}

async function addProxy(berth: Berth, url: string): Promise<void> {
  await berth.post('registries', { name: 'upstream', type: 'docker-registry', url })
  const [registry] = registries.parse(await berth.get('registries?name=upstream'))
  await berth.post('projects', { project_name: 'proxied', registry_id: registry.id, metadata: { public: 'false' } })
}

/** Medians, each place in its turn in every round, so that the machine's moods meet all of them. */
async function warmTimes(places: readonly Place[], image: SyntheticImage, { rounds }: Options): Promise<number[]> {
  const times = places.map((): number[] => [])
  const all = async (isCounted: boolean) => {
    for (const [number, place] of places.entries()) {
      const time = await pullImage(place, image)
      if (isCounted) times[number]?.push(time)
    }
  }
  // The first pulls bring it here.
  for (let n = 0; n < 5; n += 1) await all(false)
  for (let n = 0; n < rounds * 40; n += 1) await all(true)
  return times.map(median)
}
