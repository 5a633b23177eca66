import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const main = join(import.meta.dirname, '../dist/main.js')
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'berth-settings-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function read(text: string) {
  const conf = join(folder, 'harbor.cfg')
  writeFileSync(conf, text)
  return spawnSync(process.execPath, [main, '--settings', '--root', folder, '--conf', conf], { encoding: 'utf8' })
}

test('reads the settings by themselves: faults with key and line, else nothing', () => {
  const faulty = read('hostname = http://berth.example\ncolour = blue\nhttp_port = 0\n')
  expect(faulty.status).toBe(1)
  for (const fault of ['harbor.cfg:1: hostname', 'harbor.cfg:2: colour', 'harbor.cfg:3: http_port'])
    expect(faulty.stderr).toContain(fault)
  // What only the machine can tell is for another run, and so is every notice.
  const good = read('hostname = berth.example\ndata_volume = /proc/none\nhttp_port = 1\nmax_job_workers = 3\n')
  expect([good.status, good.stdout, good.stderr]).toEqual([0, '', ''])
  expect(readdirSync(folder)).toEqual(['harbor.cfg'])
})
