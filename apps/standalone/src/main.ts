import { readFile } from 'node:fs/promises'
import { runCli } from './cli.js'

/** `berth-registry` as a process: stops on SIGTERM and SIGINT. @returns exit code */
export async function main(): Promise<number> {
  const description: unknown = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'))
  const hasVersion = typeof description === 'object' && description !== null && 'version' in description
  const stopping = new AbortController()
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => stopping.abort())
  return runCli(process.argv.slice(2), {
    environment: process.env,
    version: hasVersion ? String(description.version) : 'unknown',
    stop: stopping.signal,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  })
}
