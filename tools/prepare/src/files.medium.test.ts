import { spawnSync } from 'node:child_process'
import {
  chownSync,
  lchownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ensureFolder, ensureGuardedFolder, settle, writeOwned } from './files.js'

/** Nobody's on any machine. */
const LAST = 54_321
const ANOTHER = 54_322
const owner = { uid: 54_323, gid: 54_324 }

let folder: string
let victim: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'berth-files-'))
  victim = join(folder, 'victim')
  writeFileSync(victim, 'untouched')
})
afterEach(() => rmSync(folder, { recursive: true }))

const ownerOf = (path: string) => lstatSync(path).uid

function fileOf(uid: number, path: string): string {
  writeFileSync(path, 'of a user')
  chownSync(path, uid, uid)
  return path
}

// Only root can give a file away.
describe.runIf(process.getuid?.() === 0)("a folder of data that was another user's", () => {
  test("goes to the new owner with all that was the last one's, and with nothing that links lead to", () => {
    const data = join(folder, 'registry')
    mkdirSync(join(data, 'docker'), { recursive: true })
    const blob = fileOf(LAST, join(data, 'docker/blob'))
    const foreign = fileOf(ANOTHER, join(data, 'docker/foreign'))
    const link = join(data, 'link')
    symlinkSync(victim, link)
    symlinkSync(folder, join(data, 'docker/above'))
    for (const path of [link, join(data, 'docker/above'), join(data, 'docker'), data]) lchownSync(path, LAST, LAST)

    ensureFolder(data, 0o700, owner)
    for (const path of [data, join(data, 'docker'), blob, link]) expect(ownerOf(path), path).toBe(owner.uid)
    expect(ownerOf(foreign)).toBe(ANOTHER)
    for (const path of [victim, folder]) expect(ownerOf(path), path).toBe(0)
  })

  test('is made for its owner where it is not there', () => {
    const data = join(folder, 'database')
    ensureFolder(data, 0o700, owner)
    const { uid, gid, mode } = lstatSync(data)
    expect([uid, gid, mode & 0o777]).toEqual([owner.uid, owner.gid, 0o700])
  })
})

describe('a file', () => {
  const inode = (path: string) => lstatSync(path).ino

  test('is not written again where it is as it is to be', () => {
    const file = join(folder, 'env')
    writeOwned(file, 'a=1\n', 0o644, undefined)
    const first = inode(file)
    writeOwned(file, Buffer.from('a=1\n'), 0o644, undefined)
    expect(inode(file)).toBe(first)
    for (const [content, mode] of [
      ['a=2\n', 0o644],
      ['a=2\n', 0o400],
    ] as const) {
      const before = inode(file)
      writeOwned(file, content, mode, undefined)
      expect([readFileSync(file, 'utf8'), lstatSync(file).mode & 0o777]).toEqual([content, mode])
      expect(inode(file)).not.toBe(before)
    }
  })

  test.each([
    ['a link to one', (file: string) => symlinkSync(victim, file)],
    ['one that has another name, too', (file: string) => linkSync(victim, file)],
  ])('takes the place of %s, though that holds the same', (_, put) => {
    const file = join(folder, 'env')
    put(file)
    writeOwned(file, 'untouched', lstatSync(victim).mode & 0o777, undefined)
    expect(inode(file)).not.toBe(inode(victim))
    expect(lstatSync(file).isFile()).toBe(true)
  })

  // Only root can mount a disk.
  test.runIf(process.getuid?.() === 0)(
    'stays as it was, and leaves nothing beside it, on a disk that is full',
    ({ skip }) => {
      const disk = join(folder, 'disk')
      mkdirSync(disk)
      const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk])
      if (mounted.status !== 0) skip('no disk can be mounted here')
      try {
        const file = join(disk, 'env')
        writeOwned(file, 'a=1\n', 0o644, undefined)
        expect(() => writeFileSync(join(disk, 'fill'), Buffer.alloc(2 ** 17))).toThrow('ENOSPC')
        writeOwned(file, 'a=1\n', 0o644, undefined)
        expect(() => writeOwned(file, 'a=2\n', 0o644, undefined)).toThrow(
          `ENOSPC: no space left on device, write '${file}'`,
        )
        expect(readFileSync(file, 'utf8')).toBe('a=1\n')
        expect(readdirSync(disk).toSorted()).toEqual(['env', 'fill'])
      } finally {
        spawnSync('umount', [disk])
      }
    },
  )
})

test('a folder that has been exchanged for a link since it was made gives its mode and owner to nothing else', () => {
  const [made, other] = [join(folder, 'spool'), join(folder, 'other')]
  mkdirSync(other, { mode: 0o700 })
  symlinkSync(other, made)
  expect(() => settle(made, 0o777, owner)).toThrow('ENOTDIR')
  const { uid, mode } = lstatSync(other)
  expect([uid, mode & 0o777]).toEqual([process.getuid?.(), 0o700])
})

test('a folder has the mode that it is to have, whatever the mask', () => {
  const mask = process.umask(0o077)
  try {
    ensureFolder(join(folder, 'a/b'), 0o750, undefined)
  } finally {
    process.umask(mask)
  }
  expect(lstatSync(join(folder, 'a/b')).mode & 0o777).toBe(0o750)
})

describe.runIf(process.getuid?.() === 0)('the folder of secrets', () => {
  test("stays root's, is read by the owner's group, and its files become the owner's", () => {
    const secret = join(folder, 'secret')
    mkdirSync(secret)
    const key = fileOf(LAST, join(secret, 'token.key'))
    const restored = join(secret, 'secret-key')
    writeFileSync(restored, 'brought back by root')
    chownSync(secret, LAST, LAST)
    ensureGuardedFolder(secret, owner)
    const { uid, gid, mode } = lstatSync(secret)
    expect([uid, gid, mode & 0o777]).toEqual([0, owner.gid, 0o750])
    for (const path of [key, restored]) expect(ownerOf(path)).toBe(owner.uid)
  })

  test('with a link that a user of the services has left there is refused by its name', () => {
    const secret = join(folder, 'secret')
    mkdirSync(secret)
    const planted = join(secret, 'redis-password')
    symlinkSync(victim, planted)
    lchownSync(planted, owner.uid, owner.gid)
    expect(() => ensureGuardedFolder(secret, owner)).toThrow(`${planted} is no file of its own`)
    expect(readFileSync(victim, 'utf8')).toBe('untouched')
  })

  test('may hold a link that root has made', () => {
    const secret = join(folder, 'secret')
    mkdirSync(secret)
    symlinkSync(victim, join(secret, 'tls.key'))
    ensureGuardedFolder(secret, owner)
    expect(ownerOf(victim)).toBe(0)
  })
})
