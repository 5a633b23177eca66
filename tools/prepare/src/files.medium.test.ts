import {
  chownSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ensureFolder, ensureGuardedFolder, settle } from './files.js'

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
