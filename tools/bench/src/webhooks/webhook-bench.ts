import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { waitUntil } from '@berth/testkit'
import { PushClient } from '../load/push-client.js'
import { IMAGE_MANIFEST, makeImage } from '../load/synthetic-image.js'
import type { Options } from '../options.js'
import { markdownTable, number } from '../report/format.js'
import { type Berth, startBerth } from '../servers/berth/berth.js'
import { percentile } from '../statistics.js'
import { workingFolder } from '../working-folder.js'
import { type Receiver, startReceiver } from './receiver.js'

const [TOLD, HANGING, QUIET] = ['told', 'hanging', 'quiet']
/** Webhooks of the project whose receiver is away. */
const WEBHOOKS = ['first', 'second']
const AWAY_MS = 60_000
const PATIENCE_MS = 900_000

export interface WebhookReport {
  readonly title: string
  readonly text: string
  readonly isReached: boolean
}

/**
 * Has a receiver be away for a minute or more while thousands of images are pushed, and looks at what it is told then; and has another one
 * take requests without answering, and looks at how long pushes take.
 *
 * @param tell gets one line of progress at a time
 */
export async function webhookBench(options: Options, tell: (line: string) => void): Promise<WebhookReport> {
  await using stack = new AsyncDisposableStack()
  const folder = stack.use(await workingFolder(options.folder, 2e9))
  tell('Starting Berth ...')
  const settings = 'outbound_allow = 127.0.0.1\n'
  const place = join(folder.path, 'berth')
  const berth = stack.use(
    await startBerth({ id: 'berth', folder: place, built: options.built, project: QUIET, settings }),
  )
  for (const name of [TOLD, HANGING]) await berth.post('projects', { project_name: name })
  const [receiver, silent] = [stack.use(await startReceiver()), stack.use(await startReceiver(true))]
  await silent.open()
  for (const name of WEBHOOKS) await addWebhook(berth, TOLD, name, receiver)
  await addWebhook(berth, HANGING, 'silent', silent)
  const push = stack.use(await pusher(berth))

  const pushes = Math.round(1000 * options.pushes)
  tell(`${pushes} pushes beside a receiver that never answers ...`)
  const times = { quiet: [] as number[], hanging: [] as number[] }
  for (let n = 0; n < pushes; n += 1) {
    times.quiet.push(await push.tag(QUIET, `t${n}`))
    times.hanging.push(await push.tag(HANGING, `t${n}`))
  }

  const events = pushes * 10
  tell(`${events} pushes while the receiver is away ...`)
  const began = performance.now()
  const tags = Array.from({ length: events }, (_, n) => `t${n}`)
  for (const tag of tags) await push.tag(TOLD, tag)
  await sleep(Math.max(0, AWAY_MS - (performance.now() - began)))
  const away = (performance.now() - began) / 1000
  await receiver.open()
  const opened = performance.now()
  tell('The receiver is there ...')
  const toldOf = (name: string) => receiver.told.get(`/${name}`) ?? []
  const isOver = () => WEBHOOKS.every((name) => new Set(toldOf(name)).size === events)
  // What is missing then is in the table.
  await waitUntil(isOver, { what: 'everything is told', timeoutMs: PATIENCE_MS }).catch(() => {})
  const seconds = (performance.now() - opened) / 1000

  const rows = WEBHOOKS.map((name) => {
    const distinct = [...new Set(toldOf(name))]
    const misplaced = distinct.filter((tag, at) => tag !== tags[at]).length
    return { name, missing: events - distinct.length, twice: toldOf(name).length - distinct.length, misplaced }
  })
  const p99 = { quiet: percentile(times.quiet, 99), hanging: percentile(times.hanging, 99) }
  return {
    title: 'Webhooks while their receivers are away',
    text: [
      `${number(events)} pushes in a row, of which two webhooks tell one receiver that is away for ${number(away)} s; all of it has come ${number(seconds)} s after it is there:`,
      markdownTable(
        ['webhook', 'told', 'missing', 'told twice', 'out of order'],
        rows.map(({ name, missing, twice, misplaced }) => [
          name,
          ...[events - missing, missing, twice, misplaced].map(number),
        ]),
      ),
      `${number(pushes)} pushes each, in turn, to a project without a webhook and to one whose receiver takes requests and never answers:`,
      markdownTable(
        ['receiver', 'p50, ms', 'p99, ms'],
        Object.entries(times).map(([name, values]) => [
          name === 'quiet' ? 'none' : 'never answers',
          number(percentile(values, 50)),
          number(percentile(values, 99)),
        ]),
      ),
      '',
    ].join('\n\n'),
    isReached: rows.every(({ missing, misplaced }) => missing === 0 && misplaced === 0) && p99.hanging <= 2 * p99.quiet,
  }
}

function addWebhook(berth: Berth, project: string, name: string, { url }: Receiver): Promise<void> {
  return berth.post(`projects/${project}/webhook/policies`, {
    name,
    event_types: ['PUSH_ARTIFACT'],
    targets: [{ type: 'http', address: `${url}/${name}` }],
  })
}

/** Gives tags to an image that each project holds, one after the other, as pushes do. */
async function pusher(berth: Berth) {
  const client = new PushClient(berth.url, 1)
  const image = makeImage(1, 1024)
  const projects = [TOLD, HANGING, QUIET]
  const authorization = await berth.authorization(projects.map((name) => `repository:${name}/app:pull,push`))
  for (const name of projects)
    for (const blob of [image.config, ...image.layers]) await client.pushBlob(`${name}/app`, blob, authorization)
  return {
    /** @returns milliseconds */
    async tag(project: string, tag: string): Promise<number> {
      const began = performance.now()
      await client.putManifest(`${project}/app`, tag, image.manifest, IMAGE_MANIFEST, authorization)
      return performance.now() - began
    },
    [Symbol.asyncDispose]: () => client[Symbol.asyncDispose](),
  }
}
