import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bench } from './bench.js'
import { parseOptions, USAGE, UsageError, type Options } from './options.js'
import { proxyBench } from './proxy-cache/proxy-bench.js'
import { renderDocument } from './report/document.js'
import { describeCommit, describeMachine } from './report/machine.js'
import { faultList } from './report/tables.js'
import { replicationBench } from './replication/replication-bench.js'
import { asPart, partOf, parts, withPart } from './report/parts.js'
import { restBench } from './rest/rest-bench.js'
import { renderRestPart } from './rest/rest-part.js'
import { webhookBench } from './webhooks/webhook-bench.js'

const DOCUMENT = fileURLToPath(new URL('../../../docs/benchmarks.md', import.meta.url))

interface Report {
  readonly text: string
  /** Something has no figure, or not the one that it is to have. */
  readonly isIncomplete: boolean
}

const tell = (line: string) => process.stderr.write(`${line}\n`)
const currentDocument = () => readFile(DOCUMENT, 'utf8').catch(() => '')

async function reportRegistries(options: Options, signal: AbortSignal): Promise<Report> {
  const { servers, results } = await bench(options, tell, signal)
  const { rounds, seconds } = options
  const machine = await describeMachine(options.folder)
  const text = renderDocument({ date: new Date(), machine, servers, results, rounds, seconds })
  const current = options.whole ? await currentDocument() : ''
  return {
    text: parts.reduce((document, part) => withPart(document, part, partOf(current, part)), text),
    isIncomplete: faultList(results, servers).length > 0,
  }
}

async function reportRest(options: Options, signal: AbortSignal): Promise<Report> {
  const [machine, commit] = await Promise.all([describeMachine(options.folder), describeCommit()])
  const result = await restBench(options, tell, signal)
  const { seconds, note } = options
  return {
    text: renderRestPart({ ...result, date: new Date(), machine, commit, seconds, note }),
    isIncomplete: result.results.some(({ large }) => typeof large === 'string'),
  }
}

/** What is about images that come and go: each is a table, and says whether it is as it is to be. */
const exchanges = { 'proxy-cache': proxyBench, replication: replicationBench, webhooks: webhookBench }

async function reportExchange(part: keyof typeof exchanges, options: Options): Promise<Report> {
  const [machine, commit] = await Promise.all([describeMachine(options.folder), describeCommit()])
  const { title, text, isReached } = await exchanges[part](options, tell)
  const about = [`Measured on ${new Date().toISOString().slice(0, 10)}, commit ${commit}`, ...machine]
  if (options.note !== undefined) about.push(options.note)
  const run = `\`\`\`sh\npnpm bench --${part}\n\`\`\``
  const list = about.map((line) => `- ${line}`).join('\n')
  return { text: asPart(part, [`## ${title}`, list, text.trimEnd(), run].join('\n\n')), isIncomplete: !isReached }
}

function report(options: Options, signal: AbortSignal): Promise<Report> {
  if (options.part === undefined) return reportRegistries(options, signal)
  return options.part === 'rest' ? reportRest(options, signal) : reportExchange(options.part, options)
}

async function run(options: Options): Promise<void> {
  const stopped = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => stopped.abort(new UsageError(`Stopped by ${name}.`)))
  }
  const { text, isIncomplete } = await report(options, stopped.signal)
  const file = options.output ?? (options.whole ? DOCUMENT : undefined)
  if (file === undefined) {
    process.stdout.write(text)
  } else {
    const { part } = options
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, part && file === DOCUMENT ? withPart(await currentDocument(), part, text) : text)
    tell(`Written to ${file}`)
  }
  if (isIncomplete) process.exitCode = 1
}

try {
  const options = parseOptions(process.argv.slice(2))
  if (options.help) process.stdout.write(`${USAGE}\n`)
  else await run(options)
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}
