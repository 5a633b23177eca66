import { createServer, type Server } from 'node:net'
import { once } from 'node:events'
import { access, appendFile, copyFile, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { succeed } from '../clients/command.js'
import { lineOfKey, setKeys } from '../installation/harbor-cfg.js'
import { installationPrint, type InstallationPrint } from '../installation/installation-print.js'
import { openScenario, type Scenario } from '../scenario.js'

interface BadConfiguration {
  readonly fault: string
  readonly change: Readonly<Record<string, string>>
  /** Key that the message has to name. */
  readonly key: string
}

let scenario: Scenario
let configuration: string
let original: string
let before: InstallationPrint
let taken: Server
let smallDisk: string

beforeAll(async () => {
  scenario = await openScenario()
  configuration = join(scenario.facts.folder, 'harbor.cfg')
  original = join(scenario.folder, 'harbor.cfg')
  await copyFile(configuration, original)
  taken = createServer().listen(0, '0.0.0.0')
  await once(taken, 'listening')
  smallDisk = join(scenario.folder, 'small-disk')
  await mkdir(smallDisk)
  await succeed('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'berth-e2e', smallDisk])
  const request = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=127.0.0.1'.split(' ')
  const files = ['-keyout', join(scenario.folder, 'server.key'), '-out', join(scenario.folder, 'server.crt')]
  await succeed('openssl', [...request, ...files])
  before = await installationPrint(scenario.installation)
})

afterAll(async () => {
  taken.close()
  await succeed('umount', [smallDisk])
  await scenario[Symbol.asyncDispose]()
})

afterEach(() => copyFile(original, configuration))

async function expectRefused(key: string, line: number): Promise<void> {
  const result = await scenario.installation.install()
  const output = result.stdout + result.stderr
  expect(result.code, output).not.toBe(0)
  expect(output).toMatch(new RegExp(`harbor\\.cfg:${line}: ${key}\\b`))
  expect(output).not.toContain('successfully')
  await copyFile(original, configuration)
  expect(await installationPrint(scenario.installation)).toEqual(before)
}

const table: readonly BadConfiguration[] = [
  { fault: "Harbor's sample name", key: 'hostname', change: { hostname: 'reg.mydomain.com' } },
  { fault: 'a hostname with a scheme', key: 'hostname', change: { hostname: 'http://berth.example' } },
  { fault: 'a port that is no number', key: 'http_port', change: { http_port: 'eighty' } },
  { fault: 'a port out of range', key: 'http_port', change: { http_port: '70000' } },
  { fault: 'https without a certificate', key: 'ui_url_protocol', change: { ui_url_protocol: 'https' } },
  { fault: 'a relative data folder', key: 'data_volume', change: { data_volume: 'data' } },
  { fault: 'a log size without a meaning', key: 'log_rotate_size', change: { log_rotate_size: 'much' } },
  { fault: 'a protocol that is not spoken', key: 'ui_url_protocol', change: { ui_url_protocol: 'gopher' } },
]

describe('install.sh refuses, with key and line, before anything changes:', () => {
  test.each(table)('$fault', async ({ key, change }) => {
    await setKeys(configuration, change)
    await expectRefused(key, lineOfKey(await readFile(original, 'utf8'), key))
  })

  test('half a TLS pair', async () => {
    await setKeys(configuration, { ui_url_protocol: 'https', ssl_cert: join(scenario.folder, 'server.crt') })
    await expectRefused('ssl_cert', lineOfKey(await readFile(original, 'utf8'), 'ssl_cert'))
  })

  test('a certificate that is not there', async () => {
    const [certificate, key] = ['none.crt', 'server.key'].map((name) => join(scenario.folder, name))
    await setKeys(configuration, { ui_url_protocol: 'https', ssl_cert: certificate ?? '', ssl_cert_key: key ?? '' })
    await expectRefused('ssl_cert', lineOfKey(await readFile(original, 'utf8'), 'ssl_cert'))
  })

  test('a key that does not exist', async () => {
    await appendFile(configuration, '\ncolour = blue\n')
    await expectRefused('colour', lineOfKey(await readFile(configuration, 'utf8'), 'colour'))
  })

  test('a line that is no setting', async () => {
    await appendFile(configuration, '\nwhat is this\n')
    const line = (await readFile(configuration, 'utf8')).split('\n').indexOf('what is this') + 1
    await expectRefused('', line)
  })

  test('a port that another program listens on', async () => {
    const address = taken.address()
    if (address === null || typeof address === 'string') throw new Error('The test listens on no port.')
    await setKeys(configuration, { http_port: String(address.port) })
    await expectRefused('http_port', lineOfKey(await readFile(original, 'utf8'), 'http_port'))
  })

  test('a disk without room', async () => {
    const folder = join(smallDisk, 'data')
    await setKeys(configuration, { data_volume: folder })
    await expectRefused('data_volume', lineOfKey(await readFile(original, 'utf8'), 'data_volume'))
    await expect(access(folder)).rejects.toThrow('ENOENT')
  })
})

test('every fault is told at once', async () => {
  await setKeys(configuration, { hostname: 'reg.mydomain.com', http_port: '0' })
  await appendFile(configuration, '\ncolour = blue\n')
  const { stdout, stderr } = await scenario.installation.install()
  for (const key of ['hostname', 'http_port', 'colour'])
    expect(stdout + stderr).toMatch(new RegExp(`harbor\\.cfg:\\d+: ${key}`))
})
