import { chmod, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { temporaryFolder } from '@berth/testkit'
import { expect, it } from 'vitest'
import { newSecret, SecretFile } from './robot-secrets.js'

it('makes secrets that Berth takes', () => {
  for (let time = 0; time < 50; time += 1) expect(newSecret()).toMatch(/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d).{32}$/)
})

it('adds to a file for its owner alone, and takes back what was refused', async () => {
  await using folder = await temporaryFolder('secrets')
  const path = join(folder.path, 'robots.txt')
  for (const name of ['one', 'two']) {
    await using file = await SecretFile.open(path)
    await (await file.keep(name, 'S1')).tell()
    // It is there before its robot is.
    const refused = await file.keep('refused', 'S2')
    expect(await readFile(path, 'utf8')).toContain('refused')
    await refused.take()
  }
  expect(await readFile(path, 'utf8')).toBe('one\tS1\ntwo\tS1\n')
  expect((await stat(path)).mode & 0o777).toBe(0o600)
})

it('writes nothing where others may read, or where a link leads', async () => {
  await using folder = await temporaryFolder('secrets')
  const [open, link] = [join(folder.path, 'open'), join(folder.path, 'link')]
  await writeFile(open, '')
  await chmod(open, 0o644)
  await expect(SecretFile.open(open)).rejects.toThrow('chmod 600')
  await symlink(join(folder.path, 'elsewhere'), link)
  await expect(SecretFile.open(link)).rejects.toThrow()
  await expect(stat(join(folder.path, 'elsewhere'))).rejects.toThrow()
})
