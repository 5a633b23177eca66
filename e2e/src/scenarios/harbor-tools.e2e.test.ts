import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeImage, OciClient } from '@berth/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { backstagePlugins, startBackstagePlugin } from '../clients/backstage.js'
import { orNotRun } from '../clients/go-program.js'
import { HarborCli } from '../clients/harbor-cli.js'
import { Terraform } from '../clients/terraform.js'
import { openScenario, uniqueName } from '../scenario.js'

// Programs that are made for Harbor, unchanged: its command line, Terraform's provider, and the plugins of Backstage.
const scenario = await openScenario()
const { admin, baseUrl, folder } = scenario
const project = uniqueName('tools')

const cli = await orNotRun('harbor-cli', HarborCli.open(folder))
const terraform = await orNotRun(
  'the provider of Terraform',
  Terraform.open(folder, { url: baseUrl, password: admin.credentials.password, name: project }),
)

afterAll(() => scenario[Symbol.asyncDispose]())

describe('with an image', () => {
  const name = `${project}-images`
  beforeAll(async () => {
    await admin.createProject(name)
    const client = new OciClient(baseUrl, admin.credentials)
    for (const repository of ['app', 'deep/other']) await client.pushImage(`${name}/${repository}`, 'v1', makeImage())
  })

  test.runIf(cli)('harbor-cli looks at, makes and changes what it has commands for', async () => {
    await cli?.login(baseUrl, admin.credentials)
    const label = uniqueName('label')
    const [own, user] = [uniqueName('cli'), uniqueName('cli-user')]
    const commands = `
      info
      health -o json
      project create ${own} --public --storage-limit 5GiB
      project list --page-size 0 -o json
      project view ${own} -o json
      project search ${own} -o json
      project summary ${own} -o json
      project logs ${own} -o json
      project config list ${own}
      project config update ${own} --public false
      repo list ${name} -o json
      repo view ${name}/app -o json
      repo search app -o json
      repo update ${name}/app -d words
      artifact list ${name}/app -o json
      artifact view ${name}/app:v1 -o json
      artifact tags list ${name}/app:v1 -o json
      artifact tags create ${name}/app:v1 v3
      artifact tags delete ${name}/app:v1 v3
      user create --username ${user} --email ${user}@example.com --realname Cli --password Harbour-pilot-42
      user list -o json
      project member create ${own} --username ${user} --roleid 2
      project member list ${own} -o json
      user delete ${user}
      config view -o json
      quota list -o json
      quota update --project-name ${own} --storage 10GiB
      schedule list
      logs -o json
      label create --name ${label} --color #FF0000 -d words
      label list -o json
      artifact label add ${name}/app:v1 ${label}
      artifact label list ${name}/app:v1
      artifact label delete ${name}/app:v1 ${label}
      label delete ${label}
      registry create --name ${own} --type docker-registry --url https://registry.example.com --insecure
      registry view ${own}
      registry list -o json
      registry delete ${own}
      webhook create ${own} --project ${name} --notify-type http --event-type PUSH_ARTIFACT --endpoint-url https://hooks.example.com --description d --payload-format Default --auth-header Bearer
      webhook list ${name}
      tag immutable list ${name}
      robot list -o json
      project robot list ${name} -o json
      cve-allowlist list
      jobservice queues list
      jobservice queues pause --type RETENTION
      jobservice queues resume --type RETENTION
      project delete ${own} --force
      artifact delete ${name}/app:v1
    `
    for (const command of commands.trim().split('\n')) await cli?.run(...command.trim().split(' '))
  })

  test.runIf(cli)('harbor-cli makes robots out of files, and changes a webhook by its id', async () => {
    await cli?.login(baseUrl, admin.credentials)
    const file = join(folder, 'robot.json')
    const access = [{ resource: 'repository', actions: ['pull', 'push'] }]
    for (const [level, words] of [
      ['project', ['project', 'robot']],
      ['system', ['robot']],
    ] as const) {
      const permissions = [{ kind: 'project', namespace: name, access }]
      await writeFile(file, JSON.stringify({ name: uniqueName('ci'), duration: 90, level, permissions }))
      const made = await cli?.run(...words, 'create', '-r', file, '-e')
      const id = String(/ID: (\d+)/.exec(made ?? '')?.[1])
      await cli?.run(...words, 'view', id)
      // The command for those of a project takes no file.
      if (level === 'system') await cli?.run('robot', 'update', id, '--description', 'words', '-r', file)
    }

    const hook = '--notify-type http --event-type PULL_ARTIFACT --payload-format Default --auth-header Bearer'
    const there = '--endpoint-url https://hooks.example.com'
    await cli?.run(...`webhook create edited --project ${name} --description d ${hook} ${there}`.split(' '))
    const { text } = await admin.send('GET', `/projects/${name}/webhook/policies?q=name=edited`, 200)
    const [{ id }] = JSON.parse(text)
    await cli?.run(
      ...`webhook edit --project ${name} --webhook-id ${id} --description e ${hook} ${there}/in`.split(' '),
    )
    await cli?.run('webhook', 'delete', 'edited', '--project', name)
  })

  test.runIf(cli)('harbor-cli makes a rule of replication, changes it, runs it and reads its log', async () => {
    await cli?.login(baseUrl, admin.credentials)
    const [rule, file] = [uniqueName('rule'), join(folder, 'rule.json')]
    const filters = ['v*', '*1'].map((value) => ({ type: 'tag', decoration: 'matches', value }))
    const about = { replication_mode: 'Push', target_registry: rule, trigger_mode: 'manual', bandwidth_limit: '-1' }
    await writeFile(file, JSON.stringify({ name: rule, ...about, enabled: true, replication_filter: filters }))
    await cli?.run(
      ...`registry create --name ${rule} --type docker-registry --url https://registry.example.com`.split(' '),
    )
    const made = await cli?.run('replication', 'policies', 'create', '-f', file)
    const id = /policies\/(\d+)/.exec(made ?? '')?.[1]
    await cli?.run(...`replication policies update ${id} --name-filter ${name}/** --speed 512 --enabled`.split(' '))
    await cli?.run('replication', 'policies', 'view', String(id), '-o', 'json')
    await cli?.run('replication', 'policies', 'list', '-o', 'json')
    const started = await cli?.run('replication', 'start', String(id))
    const run = /executions\/(\d+)/.exec(started ?? '')?.[1]
    await cli?.run('replication', 'executions', 'list', String(id), '-o', 'json')
    await cli?.run('replication', 'executions', 'view', String(run))
    await cli?.run('replication', 'log', '-e', String(run), '-t', String(run))
    await cli?.run('replication', 'policies', 'delete', String(id))
    await cli?.run('registry', 'delete', rule)
  })

  test.each(Object.keys(backstagePlugins) as (keyof typeof backstagePlugins)[])(
    "the plugin of Backstage by %s shows a repository's images, and finds it",
    async (maker) => {
      await using plugin = await startBackstagePlugin(maker, baseUrl, admin.credentials)
      expect(await plugin.artifacts(name, 'deep/other')).toMatchObject([{ tag: 'v1' }])
      expect(await plugin.artifacts(name, 'not-there')).toEqual([])
      expect(await plugin.search(`${name}/app`)).toMatchObject([{ project: name, repository: 'app' }])
    },
  )
})

test.runIf(terraform)("Terraform's provider makes, changes and takes away, and sees no change of its own", async () => {
  const before: Readonly<Record<string, { readonly value: string | number | boolean; readonly editable: boolean }>> =
    JSON.parse((await admin.send('GET', '/configurations', 200)).text)
  for (const [round, done] of [
    [1, /[1-9]\d* added, 0 changed/],
    [2, / 0 added, [1-9]\d* changed/],
  ] as const) {
    expect(await terraform?.apply(round)).toMatch(done)
    expect(await terraform?.plan(round)).toBe('')
  }
  await terraform?.destroy(2)
  // The provider leaves settings as they are, also those that it sends with each of its own.
  const kept = Object.entries(before).filter(([, { editable }]) => editable)
  await admin.configure(Object.fromEntries(kept.map(([name, { value }]) => [name, value])))
})
