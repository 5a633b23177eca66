import 'reflect-metadata'
import { access, constants, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { remoteSettings, SettingsError } from '@berth/config'
import { Outbound, OutboundError } from '@berth/outbound'
import { RegistryClient, RegistryError } from '@berth/registry-client'
import { z } from 'zod'
import { type ApiSettings, loadSettings } from '../api-settings.js'
import { type Invocation, readArguments, usage, UsageError } from '../exchange/import/arguments.js'
import { Writing } from '../exchange/import/berth.js'
import { HarborApi, SourceError } from '../exchange/import/harbor-api.js'
import { importHarbor } from '../exchange/import/import-harbor.js'
import { ImportRun } from '../exchange/import/import-run.js'
import { type Inventory, readInventory } from '../exchange/import/inventory.js'
import { OwnRegistry } from '../exchange/import/own-registry.js'
import { bytesText, type Plan, planOf, planText } from '../exchange/import/plan.js'
import { plain, Report } from '../exchange/import/report.js'
import { SecretFile, SpokenSecrets } from '../exchange/import/robot-secrets.js'
import type { OwnApi } from './own-api.js'

/** @returns exit code */
async function main(args: string[], stop: AbortSignal): Promise<number> {
  const invocation = readArguments(args)
  if (!invocation) return (process.stdout.write(usage), 0)
  const { url, projects, isDryRun, output, insecure } = invocation
  const { username, password, authority } = remoteSettings()
  if (username === undefined) throw new UsageError('say by BERTH_REMOTE_USER who signs in there')
  const credentials = { username, password }
  const settings = loadSettings()
  if (output !== undefined) await access(output, constants.W_OK)
  // Whoever gives the command names the registry: it may lie inside.
  await using outbound = new Outbound({
    allow: [url.hostname],
    verifyCertificates: !insecure,
    authority,
  })
  const source = await HarborApi.open({ url, credentials, outbound, stop })
  const report = new Report(url.origin, source.version)
  const inventory = await readInventory(source, report, { projects, say })
  const { OwnApi: Api } = await import('./own-api.js')
  await using api = await Api.start(settings)
  const plan = planOf(inventory, await namesHere(api, report))
  process.stdout.write(
    `Plan for the import of ${url.origin} (Harbor ${plain(source.version, 64) || 'of unknown version'}):\n\n${planText(plan)}\n`,
  )
  let end = { code: 0, said: 'Nothing was changed.' }
  if (!isDryRun)
    end = await bring(inventory, { source, report, plan, outbound, credentials, api, invocation, stop, settings })
  process.stdout.write(`${report.toText()}\n${end.said}\n`)
  if (output !== undefined)
    await writeFile(join(output, 'import.json'), report.toJson({ dry_run: isDryRun, plan }), { mode: 0o600 })
  return end.code || (report.failures > 0 ? 1 : 0)
}

interface Open {
  readonly source: HarborApi
  readonly report: Report
  readonly plan: Plan
  readonly outbound: Outbound
  readonly credentials: { readonly username: string; readonly password: string }
  readonly api: OwnApi
  readonly invocation: Invocation
  readonly stop: AbortSignal
  readonly settings: ApiSettings
}

async function bring(
  inventory: Inventory,
  { source, report, plan, outbound, credentials, api, invocation, stop, settings }: Open,
): Promise<{ code: number; said: string }> {
  const { url, output } = invocation
  await using run = await ImportRun.start(api.database, url.origin, plan.repositories, api.actor)
  const either = AbortSignal.any([stop, run.stopped])
  await using file = output === undefined ? undefined : await SecretFile.open(join(output, 'robots.txt'))
  await using registry = OwnRegistry.connect(settings.components.registryUrl, api, either)
  const images = new RegistryClient({ url: url.origin, credentials, outbound, signal: either })
  const secrets = file ?? new SpokenSecrets((line) => process.stdout.write(`${line}\n`))
  const tell = (line: string) => {
    run.say(line)
    say(line)
  }
  try {
    await importHarbor(
      inventory,
      { source, images, berth: api, registry },
      { report, secrets, run, stop: either, say: tell },
    )
  } catch (error) {
    const why = either.aborted ? 'It was stopped' : messageOf(error)
    await run.end(summary(report), why)
    return { code: 1, said: `${why}: the same command goes on from here.` }
  }
  const failed = report.failures === 0 ? undefined : `${report.failures} things failed.`
  await run.end(summary(report), failed)
  const { manifests, tags, skipped, blobs, bytes } = report.images
  return {
    code: 0,
    said:
      `${manifests} manifests and ${tags} tags brought, ${skipped} manifests were there; ${blobs} blobs copied (${bytesText(bytes)}).` +
      (failed === undefined ? '' : ` ${failed}`),
  }
}

const summary = (report: Report) => ({ ...report.images, failed: report.failures })

const named = z.object({ name: z.string() })

/** Names of the projects that there are. */
async function namesHere(api: OwnApi, report: Report): Promise<ReadonlySet<string>> {
  return new Set((await new Writing(api, report).rows('projects', named)).map(({ name }) => name))
}

const say = (line: string) => void process.stderr.write(`${plain(line, 2000)}\n`)
const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

const stopping = new AbortController()
for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => stopping.abort())
const expected = [UsageError, SourceError, OutboundError, RegistryError, SettingsError]
main(process.argv.slice(2), stopping.signal)
  .then((code) => process.exit(code))
  .catch((error: unknown) => {
    const isUsage = error instanceof UsageError || (error instanceof TypeError && 'code' in error)
    const isExpected = expected.some((one) => error instanceof one)
    process.stderr.write(
      `./berth import harbor: ${isExpected || isUsage ? messageOf(error) : String(error instanceof Error ? error.stack : error)}\n`,
    )
    if (isUsage) process.stderr.write(`\n${usage}`)
    process.exit(isUsage ? 2 : 1)
  })
