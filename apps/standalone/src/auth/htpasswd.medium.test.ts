import { readFile, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { temporaryFolder } from '@berth/testkit'
import bcrypt from 'bcrypt'
import { describe, expect, it } from 'vitest'
import { Htpasswd } from './htpasswd.js'

const collect = () => {
  const warnings: Record<string, unknown>[] = []
  return { warnings, log: { warn: (fields: Record<string, unknown>) => void warnings.push(fields) } }
}
const entry = async (user: string, password: string) =>
  `${user}:${(await bcrypt.hash(password, 4)).replace('$2b', '$2y')}\n`

describe('Htpasswd', () => {
  it('takes the right password, and neither a wrong one nor an unknown user', async () => {
    await using folder = await temporaryFolder()
    const path = join(folder.path, 'htpasswd')
    await writeFile(path, await entry('ann', 'right'))
    const htpasswd = await Htpasswd.open(path, collect().log)
    expect(await htpasswd.verify('ann', 'right')).toBe(true)
    expect(await htpasswd.verify('ann', 'right')).toBe(true)
    expect(await htpasswd.verify('ann', 'wrong')).toBe(false)
    expect(await htpasswd.verify('bob', 'right')).toBe(false)
  })

  it('reads the file again when it changes, and forgets what it remembered', async () => {
    await using folder = await temporaryFolder()
    const path = join(folder.path, 'htpasswd')
    await writeFile(path, await entry('ann', 'old'))
    const htpasswd = await Htpasswd.open(path, collect().log)
    expect(await htpasswd.verify('ann', 'old')).toBe(true)
    await writeFile(path, await entry('ann', 'new'))
    await utimes(path, new Date(), new Date(Date.now() + 5000))
    expect(await htpasswd.verify('ann', 'old')).toBe(false)
    expect(await htpasswd.verify('ann', 'new')).toBe(true)
  })

  it('makes a missing file with a first user, for the owner only', async () => {
    await using folder = await temporaryFolder()
    const path = join(folder.path, 'new', 'htpasswd')
    const { log, warnings } = collect()
    const htpasswd = await Htpasswd.open(path, log)
    expect(await htpasswd.verify('docker', String(warnings[0]?.['initial']))).toBe(true)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    const before = await readFile(path, 'utf8')
    await Htpasswd.open(path, log)
    expect(await readFile(path, 'utf8')).toBe(before)
  })

  it('refuses to start on a folder', async () => {
    await using folder = await temporaryFolder()
    await expect(Htpasswd.open(folder.path, collect().log)).rejects.toThrow(`auth.htpasswd.path ${folder.path}`)
  })
})
