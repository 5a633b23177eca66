import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { OciClient, temporaryFolder } from '@berth/testkit'
import { expect, it } from 'vitest'
import { startInProcess } from './testing/start-in-process.js'

const program = fileURLToPath(new URL('../bin/berth-registry.js', import.meta.url))

it('takes switches of its commands with a value, as Go does', async () => {
  await using server = await startInProcess()
  const file = join(server.folder, 'gc.yml')
  await writeFile(file, `version: 0.1\nstorage: {filesystem: {rootdirectory: ${server.folder}/data}}\n`)
  const client = new OciClient(server.url)
  const untagged = await client.pushImage('httpd', 'v1')
  await client.pushImage('httpd', 'v1')
  const collect = async (...switches: string[]) =>
    (await promisify(execFile)(process.execPath, [program, 'garbage-collect', '--grace', '0s', ...switches, file]))
      .stdout
  expect(await collect('--delete-untagged=true', '--dry-run=true')).toContain(
    `manifest eligible for deletion: ${untagged.digest}`,
  )
  expect(await collect('--delete-untagged=false', '--dry-run=true')).not.toContain('manifest eligible')
  expect(await collect('-m=true', '-d=1')).toContain('manifest eligible')
  expect(await collect('-dm=T')).toContain('manifest eligible')
  expect(await collect('-m=false', '-d')).not.toContain('manifest eligible')
  expect(await collect('-m', '-dm=0')).not.toContain('manifest eligible')
  expect(await collect('-q', '--delete-untagged=1', '--dry-run=false')).toMatch(/^\d+ blobs, \d+ bytes were deleted\n$/)
  await client.expect(404, 'GET', `httpd/manifests/${untagged.digest}`)
  for (const switched of ['--delete-untagged=maybe', '-m=maybe', '-x=true', '-xm=true'])
    await expect(collect(switched)).rejects.toMatchObject({ code: 2 })
})

it('refuses a configuration that it cannot use, and tells its version', async () => {
  await using folder = await temporaryFolder('again')
  const configuration = join(folder.path, 'config.yml')
  await writeFile(
    configuration,
    `version: 0.1\nstorage: {filesystem: {rootdirectory: ${folder.path}/data}}\nstroage: {}\n`,
  )
  const failed = await promisify(execFile)(process.execPath, [program, 'serve', configuration]).catch(
    (error: unknown) => error,
  )
  expect(failed).toMatchObject({ code: 78, stderr: expect.stringContaining('stroage (line 3): this key is unknown') })
  const { stdout } = await promisify(execFile)(process.execPath, [program, '--version'])
  const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
  expect(stdout).toBe(`berth-registry ${version}\n`)
})
