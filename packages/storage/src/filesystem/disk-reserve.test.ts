import { tmpdir } from 'node:os'
import { expect, it } from 'vitest'
import { DiskReserve, reserveOf, roomOn } from './disk-reserve.js'

const GIB = 1024 ** 3

it('is a twentieth of the disk, within bounds that leave a small disk its use and a large one its room', () => {
  expect(reserveOf(20 * GIB)).toBe(GIB)
  expect(reserveOf(2 * GIB)).toBe(GIB / 4)
  expect(reserveOf(GIB / 2)).toBe(Math.floor(GIB / 10))
  expect(reserveOf(4000 * GIB)).toBe(5 * GIB)
})

it('refuses what would reach into it, and only that', async () => {
  const whole = new DiskReserve(tmpdir(), Number.MAX_SAFE_INTEGER)
  await expect(whole.admit(0)).rejects.toMatchObject({ name: 'StorageFullError' })
  const little = new DiskReserve(tmpdir(), 1)
  await little.admit(0)
  await expect(little.admit(Number.MAX_SAFE_INTEGER)).rejects.toMatchObject({ name: 'StorageFullError' })
  await new DiskReserve('/no/such/folder', 0).admit(Number.MAX_SAFE_INTEGER)
})

it('counts what is left above it, and nothing where hardly a file more has room', () => {
  const disk = { blocks: 1000, bavail: 500, bsize: 4096, files: 100_000, ffree: 2000 }
  expect(roomOn(disk, 100 * 4096)).toBe(400 * 4096)
  expect(roomOn(disk, 'auto')).toBe(300 * 4096)
  expect(roomOn({ ...disk, ffree: 1999 }, 1)).toBe(Number.NEGATIVE_INFINITY)
  expect(roomOn({ ...disk, files: 1000, ffree: 50 }, 0)).toBe(500 * 4096)
  expect(roomOn({ ...disk, files: 1000, ffree: 49 }, 0)).toBe(Number.NEGATIVE_INFINITY)
  // A file system that makes them as it needs them.
  expect(roomOn({ ...disk, files: 0, ffree: 0 }, 0)).toBe(500 * 4096)
})
