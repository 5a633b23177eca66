import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { FakeHarbor, type OciImage } from '@berth/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectSuccess, runCommand, type CommandResult } from '../clients/command.js'
import { environmentOf } from '../installation/operations.js'
import { openScenario, uniqueName, type Scenario } from '../scenario.js'
import { machineAddress } from '../sources/machine-address.js'

let scenario: Scenario
let harbor: FakeHarbor
let image: OciImage
const project = uniqueName('moved')

beforeAll(async () => {
  scenario = await openScenario()
  harbor = await FakeHarbor.start('/api/v2.0', await machineAddress())
  harbor.api.set('projects', [{ project_id: 4, name: project, metadata: { public: 'true', retention_id: '7' } }])
  harbor.api.set('quotas 4', [{ id: 4, hard: { storage: 1024 ** 3 }, used: { storage: 4096 } }])
  harbor.api.set(`projects/${project}/repositories`, [{ id: 1, name: `${project}/app`, artifact_count: 1 }])
  harbor.api.set('robots Level=project,ProjectID=4', [
    {
      id: 1,
      name: `robot$${project}+ci`,
      level: 'project',
      expires_at: -1,
      permissions: [{ kind: 'project', namespace: project, access: [{ resource: 'repository', action: 'pull' }] }],
    },
  ])
  harbor.api.set('scanners', [{ uuid: 'a', name: 'Trivy' }])
  image = harbor.push(`${project}/app`, 'v1')
})

afterAll(async () => {
  await harbor[Symbol.asyncDispose]()
  await scenario[Symbol.asyncDispose]()
})

function bring(...args: string[]): Promise<CommandResult> {
  const { facts } = scenario
  const { username, password } = harbor.credentials
  const env = { ...environmentOf(facts), BERTH_REMOTE_USER: username, BERTH_REMOTE_PASSWORD: password }
  return runCommand('bash', ['./berth', 'import', 'harbor', harbor.url, ...args], { cwd: facts.folder, env })
}

test('./berth import harbor shows its plan, brings a project with its images and robots, and brings nothing twice', async () => {
  const { folder, skopeo } = scenario
  const plan = await bring('--dry-run')
  expectSuccess(plan)
  expect(plan.stdout).toMatch(new RegExp(`^${project} +1 +1 +4\\.0 KiB +1\\.0 GiB`, 'm'))
  expect(plan.stdout).toContain('scanner Trivy')

  const output = join(folder, 'imported')
  const first = await bring('--output', output)
  expectSuccess(first)
  expect(first.stdout).toContain('1 manifests and 1 tags brought')
  expect((await stat(join(output, 'robots.txt'))).mode & 0o777).toBe(0o600)
  const [name = '', secret = ''] = (await readFile(join(output, 'robots.txt'), 'utf8')).trim().split('\t')
  expect(name).toBe(`robot$${project}+ci`)
  expectSuccess(await skopeo.login({ username: name, password: secret }))
  expect(await skopeo.digest(`${project}/app:v1`)).toBe(image.digest)

  const again = await bring('--output', output)
  expectSuccess(again)
  expect(again.stdout).toContain('0 manifests and 0 tags brought, 1 manifests were there')
})
