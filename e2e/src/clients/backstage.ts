import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { startRedis } from '@berth/testkit'
import { succeed } from './command.js'
import type { Credentials } from './docker.js'

const SCRIPT = join(import.meta.dirname, '../../docker-host/backstage-plugins.sh')
const SERVER = join(import.meta.dirname, '../../backstage/serve.mjs')

/** The published plugins, by their makers, and where they keep what answers to a portal of Backstage. */
export const backstagePlugins = {
  'digitalist-open-cloud': 'dist/service/router.cjs.js',
  bestsellerit: 'dist/index.cjs.js',
} as const

/** A plugin of Backstage for Harbor, as Backstage's backend serves it. */
export interface BackstagePlugin extends AsyncDisposable {
  artifacts(project: string, repository: string): Promise<unknown>
  search(repository: string): Promise<unknown>
}

export async function startBackstagePlugin(
  maker: keyof typeof backstagePlugins,
  baseUrl: string,
  { username, password }: Credentials,
): Promise<BackstagePlugin> {
  const modules = join(await succeed('bash', [SCRIPT], { timeoutMs: 600_000 }), 'node_modules')
  const redis = await startRedis()
  const { host, port } = redis
  const config = { harbor: { baseUrl, username, password }, redis: { host, port } }
  const folder = join(modules, `@${maker}/backstage-plugin-harbor-backend`)
  const server = spawn(process.execPath, [SERVER, folder, backstagePlugins[maker]], {
    env: { ...process.env, CONFIG: JSON.stringify(config) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const { value: served = '' } = await createInterface({ input: server.stdout })[Symbol.asyncIterator]().next()

  async function answer(path: string, init: RequestInit = {}): Promise<unknown> {
    const response = await fetch(`http://127.0.0.1:${served}${path}`, init)
    const text = await response.text()
    if (!response.ok) throw new Error(`${maker} ${path}: ${response.status} ${text}`)
    return JSON.parse(text)
  }
  return {
    artifacts: (project, repository) =>
      answer(`/artifacts?project=${project}&repository=${encodeURIComponent(repository)}`),
    search: (repository) =>
      answer(`/search?team=${encodeURIComponent(repository)}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify([{ repository }]),
      }),
    async [Symbol.asyncDispose]() {
      const ended = once(server, 'exit')
      server.kill()
      await ended
      await redis[Symbol.asyncDispose]()
    },
  }
}
