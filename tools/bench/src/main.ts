import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bench } from './bench.js'
import { parseOptions, USAGE, UsageError, type Options } from './options.js'
import { renderDocument } from './report/document.js'
import { describeMachine } from './report/machine.js'
import { faultList } from './report/tables.js'

const DOCUMENT = fileURLToPath(new URL('../../../docs/benchmarks.md', import.meta.url))

async function run(options: Options): Promise<void> {
  const stopped = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => stopped.abort(new UsageError(`Stopped by ${name}.`)))
  }
  const { servers, results } = await bench(options, (line) => process.stderr.write(`${line}\n`), stopped.signal)
  const { rounds, seconds } = options
  const machine = await describeMachine(options.folder)
  const text = renderDocument({ date: new Date(), machine, servers, results, rounds, seconds })
  const file = options.output ?? (options.whole ? DOCUMENT : undefined)
  if (file === undefined) {
    process.stdout.write(text)
  } else {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
    process.stderr.write(`Written to ${file}\n`)
  }
  if (faultList(results, servers).length > 0) process.exitCode = 1
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
