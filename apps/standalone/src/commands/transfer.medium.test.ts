import { execFile } from 'node:child_process'
import { chown, mkdir, readdir, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createTestDatabase, insertProject, OciClient, temporaryFolder, unprivilegedUser } from '@berth/testkit'
import { describe, expect, it } from 'vitest'
import { pullAll } from '../testing/images.js'
import { makeRegistryFolder, startRegistry } from '../testing/start-registry.js'

const program = fileURLToPath(new URL('../../bin/berth-registry.js', import.meta.url))
const execute = promisify(execFile)

describe('import-layout and export-layout', { timeout: 180_000 }, () => {
  it('bring a folder into the platform and out again, as commands', async () => {
    await using folder = await temporaryFolder('transfer')
    await using database = await createTestDatabase()
    await insertProject(database.pool, { name: 'dev' })
    const [root, spool] = [join(folder.path, 'store/root'), join(folder.path, 'store/spool')]
    const owner = await unprivilegedUser(['nobody'])
    for (const path of [root, spool]) {
      await mkdir(path, { recursive: true })
      if (owner) await chown(path, owner.uid, owner.gid)
    }
    const env = {
      PATH: process.env['PATH'],
      ...database.environment,
      BERTH_STORAGE_ROOT: root,
      BERTH_STORAGE_SPOOL: spool,
    }
    const run = (...args: string[]) => execute(process.execPath, [program, ...args], { env })
    const written = await makeRegistryFolder(folder.path)
    {
      await using registry = await startRegistry('berth', written)
      for (const name of ['httpd', 'dev/kept']) await new OciClient(registry.url).pushImage(name, 'v1')
    }
    const pushed = new Date('2021-03-04T05:06:07Z')
    const link = (path: string) =>
      join(path, 'docker/registry/v2/repositories/dev/kept/_manifests/tags/v1/current/link')
    await utimes(link(written.root), pushed, pushed)
    await expect(run('import-layout', written.root, '--project', 'nope')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('project nope not found'),
    })
    await expect(run('import-layout', written.root)).rejects.toMatchObject({ code: 2 })
    expect((await run('import-layout', written.root, '--project', 'dev')).stdout).toMatch(
      /^2 repositories: 2 manifests and 2 tags brought, 0 manifests were there; 6 blobs linked, 0 copied/,
    )
    expect((await run('import-layout', written.root, '-p', 'dev')).stdout).toContain('2 manifests were there')
    if (owner) {
      const folders = (await readdir(root, { recursive: true, withFileTypes: true })).filter((one) => one.isDirectory())
      for (const { parentPath, name } of folders) expect((await stat(join(parentPath, name))).uid).toBe(owner.uid)
    }
    const { rows } = await database.pool.query<{ name: string; artifact: Date; tag: Date }>(
      `select r.name, a.pushed_at as artifact, t.pushed_at as tag from tag t join artifact a on a.id = t.artifact_id
       join repository r on r.id = t.repository_id order by r.name`,
    )
    expect(rows[1]).toEqual({ name: 'dev/kept', artifact: pushed, tag: pushed })
    expect(Date.now() - (rows[0]?.tag.getTime() ?? 0)).toBeLessThan(600_000)
    const exported = await makeRegistryFolder(join(folder.path, 'out'))
    expect((await run('export-layout', exported.root, '-p', 'dev')).stdout).toContain('0 blobs linked, 6 copied')
    expect((await stat(link(exported.root))).mtime).toEqual(pushed)
    await using registry = await startRegistry('docker', exported)
    await pullAll(registry.url, 'dev/httpd', 'v1')
    await pullAll(registry.url, 'dev/kept', 'v1')

    await expect(run('export-layout', exported.root, '-p', 'dve')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('the platform holds no repositories in a project dve'),
    })

    const elsewhere = await makeRegistryFolder(join(folder.path, 'elsewhere'))
    await using remote = await startRegistry('docker', elsewhere)
    await expect(run('import-layout', remote.url, '-p', 'dev')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`${remote.url} lists no repositories to who asks there (BERTH_REMOTE_USER)`),
    })
    expect((await run('export-layout', remote.url, '-p', 'dev')).stdout).toContain('2 manifests and 2 tags brought')
    await pullAll(remote.url, 'dev/httpd', 'v1')
    await insertProject(database.pool, { name: 'back' })
    expect((await run('import-layout', remote.url, '-p', 'back')).stdout).toContain('2 manifests and 2 tags brought')
    expect((await run('import-layout', remote.url, '-p', 'back')).stdout).toContain('2 manifests were there')
    await expect(run('import-layout', `${remote.url}/v2/`, '-p', 'back')).rejects.toMatchObject({ code: 2 })
  })
})
