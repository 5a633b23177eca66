import { parseConfiguration } from '@berth/distribution-config'
import { createLogger } from '@berth/telemetry'
import { freePort, temporaryFolder } from '@berth/testkit'
import { startStandalone } from '../serve/start-standalone.js'

/** A registry in this process on a fresh folder. `more` is YAML for the configuration, and may hold FOLDER. */
export async function startInProcess(more: { http?: string; storage?: string; rest?: string } = {}) {
  await using stack = new AsyncDisposableStack()
  const folder = stack.use(await temporaryFolder('standalone'))
  const port = await freePort()
  const text = `version: 0.1
storage:
  filesystem: {rootdirectory: ${folder.path}/data}
${more.storage ?? '  delete: {enabled: true}'}
http:
  addr: 127.0.0.1:${port}
${more.http ?? ''}
${more.rest ?? ''}`
  const { settings } = parseConfiguration(text.replaceAll('FOLDER', folder.path))
  const lines: string[] = []
  const log = createLogger({ service: 'registry', level: 'error' })
  const registry = stack.use(await startStandalone(settings, log, (line) => void lines.push(line)))
  const resources = stack.move()
  const url = `http://127.0.0.1:${port}`
  return { registry, lines, folder: folder.path, url, [Symbol.asyncDispose]: () => resources.disposeAsync() }
}
