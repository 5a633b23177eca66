import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { dockerRegistryProgram, freePort, startOnLeash, temporaryFolder, waitUntil } from '@berth/testkit'
import { afterAll } from 'vitest'

const berthProgram = fileURLToPath(new URL('../../bin/berth-registry.js', import.meta.url))
const execute = promisify(execFile)

/** `berth` is this project's registry, `docker` the one of Debian's package docker-registry. */
export type Make = 'berth' | 'docker'

let dockerProgram: Promise<string> | undefined

const docker = new AsyncDisposableStack()
afterAll(() => docker.disposeAsync())

async function findDocker(): Promise<string> {
  return dockerRegistryProgram(docker.use(await temporaryFolder('docker-registry')).path)
}

async function commandLine(make: Make): Promise<[string, ...string[]]> {
  if (make === 'berth') return [process.execPath, berthProgram]
  dockerProgram ??= findDocker()
  return [await dockerProgram]
}

/** A folder of Distribution with its configuration, which registries of either make serve in turn. */
export interface RegistryFolder {
  readonly root: string
  /** Path of the configuration. */
  readonly configuration: string
  readonly port: number
}

/** @param more further YAML for the configuration */
export async function makeRegistryFolder(base: string, more = ''): Promise<RegistryFolder> {
  const [root, configuration, port] = [join(base, 'data'), join(base, 'config.yml'), await freePort()]
  await mkdir(root, { recursive: true })
  const text = `version: 0.1
log:
  accesslog:
    disabled: true
  level: warn
storage:
  filesystem:
    rootdirectory: ${root}
  delete:
    enabled: true
http:
  addr: 127.0.0.1:${port}
${more}`
  await writeFile(configuration, text)
  return { root, configuration, port }
}

export interface RunningRegistry extends AsyncDisposable {
  readonly url: string
  readonly output: () => string
  readonly stop: () => Promise<void>
}

/** Serves the folder with the same file, whichever make. */
export async function startRegistry(make: Make, { configuration, port }: RegistryFolder): Promise<RunningRegistry> {
  const [command, ...args] = await commandLine(make)
  const leash = startOnLeash({ command, args: [...args, 'serve', configuration], stopSignal: 'TERM' })
  const url = `http://127.0.0.1:${port}`
  await waitUntil(async () => (await fetch(`${url}/v2/`)).status < 500, {
    what: `${make} serves`,
    givesUp: () => (leash.running ? undefined : `it ended:\n${leash.output()}`),
  })
  const stop = () => leash.stop()
  return { url, output: leash.output, stop, [Symbol.asyncDispose]: stop }
}

/** @returns standard output */
export async function collectGarbage(
  make: Make,
  { configuration }: RegistryFolder,
  ...options: string[]
): Promise<string> {
  const [command, ...args] = await commandLine(make)
  return (await execute(command, [...args, 'garbage-collect', ...options, configuration])).stdout
}
