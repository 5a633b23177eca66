import { chmod, mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { runCommand, succeed } from '../clients/command.js'
import { setKeys } from '../installation/harbor-cfg.js'
import { installationPrint, type InstallationPrint } from '../installation/installation-print.js'
import { environmentOf } from '../installation/operations.js'
import { openScenario, type Scenario } from '../scenario.js'

const { kind } = inject('installation')
let scenario: Scenario
/** Folder of another installation that is made ready, and not started. */
let second: string
let before: InstallationPrint

beforeAll(async () => {
  scenario = await openScenario()
  second = join(scenario.folder, 'second')
  // The user of the services has to get at the data below.
  await chmod(scenario.folder, 0o711)
  // By links: much of it was fetched and built. What the installation has made of itself stays where it is.
  await succeed('cp', ['-al', scenario.facts.folder, second])
  for (const name of ['.env', 'common']) await rm(join(second, name), { recursive: true, force: true })
  await succeed('cp', ['--remove-destination', join(scenario.facts.folder, 'harbor.cfg'), second])
  await setKeys(join(second, 'harbor.cfg'), {
    http_port: '18080',
    log_port: '11514',
    native_port_base: '25000',
    data_volume: join(scenario.folder, 'data'),
    log_location: join(scenario.folder, 'log'),
  })
  before = await installationPrint(scenario.installation)
})

afterAll(async () => {
  await scenario[Symbol.asyncDispose]()
})

async function prepare(...args: readonly string[]) {
  const { COMPOSE_PROJECT_NAME: _, ...env } = environmentOf(scenario.facts)
  const { code, stdout, stderr } = await runCommand('bash', ['./prepare', ...args], { cwd: second, env })
  return { code, output: stdout + stderr }
}

const mode = kind === 'native' ? '--native' : '--docker'

test('a second folder gets names and ports of its own, and leaves the first alone', async () => {
  const { code, output } = await prepare(mode)
  expect(code, output).toBe(0)
  const env = await readFile(join(second, '.env'), 'utf8')
  if (kind === 'compose') {
    // As if the first had the name that it has without being told one.
    const taken = await succeed(
      'bash',
      ['-c', '. tools/install/common.sh; . tools/install/docker.sh; project_folder "$COMPOSE_PROJECT_NAME"'],
      {
        cwd: second,
        env: environmentOf(scenario.facts),
      },
    )
    expect(taken).toBe(scenario.facts.folder)
  }
  expect(env).toContain('HTTP_PORT=18080')
  expect(await installationPrint(scenario.installation)).toEqual(before)
})

test('the data of an installation that is running are given to no other', async () => {
  await setKeys(join(second, 'harbor.cfg'), { data_volume: scenario.facts.dataVolume })
  const { code, output } = await prepare('--check', mode)
  expect(code).not.toBe(0)
  expect(output).toContain('another installation that is running uses')
})

test.runIf(kind === 'native')(
  'programs are copied to another file system, and nothing is left at its root',
  async () => {
    const disk = join(scenario.folder, 'disk')
    await mkdir(disk)
    await succeed('mount', ['-t', 'tmpfs', '-o', 'size=300m', 'berth-e2e', disk])
    try {
      const script = '. tools/runtime.sh && berth_runtime && tools/stage.sh "$1/programs" tools/prepare'
      await succeed('bash', ['-ec', script, 'bash', disk], {
        cwd: scenario.facts.folder,
        env: environmentOf(scenario.facts),
      })
      expect(await readdir(disk)).toEqual(['programs'])
    } finally {
      await succeed('umount', [disk])
    }
  },
)
