import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bench } from './bench.js'
import { parseOptions, USAGE, UsageError, type Options } from './options.js'
import { proxyBench } from './proxy-cache/proxy-bench.js'
import { renderDocument } from './report/document.js'
import { describeCommit, describeMachine } from './report/machine.js'
import { faultList } from './report/tables.js'
import { restBench } from './rest/rest-bench.js'
import { renderRestPart, restPartOf, withRestPart } from './rest/rest-part.js'

const DOCUMENT = fileURLToPath(new URL('../../../docs/benchmarks.md', import.meta.url))

interface Report {
  readonly text: string
  /** Something has no figure. */
  readonly isIncomplete: boolean
}

const tell = (line: string) => process.stderr.write(`${line}\n`)
const currentDocument = () => readFile(DOCUMENT, 'utf8').catch(() => '')

async function reportRegistries(options: Options, signal: AbortSignal): Promise<Report> {
  const { servers, results } = await bench(options, tell, signal)
  const { rounds, seconds } = options
  const machine = await describeMachine(options.folder)
  const text = renderDocument({ date: new Date(), machine, servers, results, rounds, seconds })
  const rest = restPartOf(await currentDocument())
  return {
    text: options.whole && rest !== '' ? withRestPart(text, rest) : text,
    isIncomplete: faultList(results, servers).length > 0,
  }
}

async function reportRest(options: Options, signal: AbortSignal): Promise<Report> {
  const [machine, commit] = await Promise.all([describeMachine(options.folder), describeCommit()])
  const result = await restBench(options, tell, signal)
  const part = renderRestPart({
    ...result,
    date: new Date(),
    machine,
    commit,
    seconds: options.seconds,
    note: options.note,
  })
  return {
    text: options.whole ? withRestPart(await currentDocument(), part) : part,
    isIncomplete: result.results.some(({ large }) => typeof large === 'string'),
  }
}

async function reportProxyCaches(options: Options): Promise<Report> {
  const { text, isReached } = await proxyBench(options, tell)
  return { text, isIncomplete: !isReached }
}

async function run(options: Options): Promise<void> {
  const stopped = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => stopped.abort(new UsageError(`Stopped by ${name}.`)))
  }
  const kind = options.proxyCache ? reportProxyCaches : options.rest ? reportRest : reportRegistries
  const report = await kind(options, stopped.signal)
  const file = options.output ?? (options.whole ? DOCUMENT : undefined)
  if (file === undefined) {
    process.stdout.write(report.text)
  } else {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, report.text)
    tell(`Written to ${file}`)
  }
  if (report.isIncomplete) process.exitCode = 1
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
