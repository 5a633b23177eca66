import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const script = join(import.meta.dirname, '../../../deploy/postgresql/run-postgresql.sh')
const MIB = 1024 ** 2

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'berth-reserve-'))
  for (const name of ['bin', 'base/17']) mkdirSync(join(folder, name), { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

function startWith(freeMib: number): { status: number | null; stdout: string } {
  const program = (name: string, text: string) =>
    writeFileSync(join(folder, 'bin', name), `#!/bin/sh\n${text}`, { mode: 0o755 })
  program('postgres', 'case "$1" in --version) echo "postgres (PostgreSQL) 17.5" ;; *) echo started ;; esac')
  program('df', `printf 'Avail\\n  ${freeMib}\\n'`)
  const env = {
    PATH: `${folder}/bin:/usr/bin:/bin`,
    PG_BIN: join(folder, 'bin'),
    PG_BASE: join(folder, 'base'),
    PG_CONFIG: '/none',
  }
  return spawnSync('sh', [script], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}

test('room is put aside for the database, and given to it where the disk is full', () => {
  const reserve = join(folder, 'base/.reserve')
  const full = startWith(0)
  expect([full.status, full.stdout, existsSync(reserve)]).toEqual([0, 'started\n', false])
  // Little room is for what works, not for what may come.
  startWith(200)
  expect(existsSync(reserve)).toBe(false)
  expect(startWith(300)).toMatchObject({ status: 0, stdout: 'started\n' })
  expect(statSync(reserve).blocks * 512).toBeGreaterThanOrEqual(64 * MIB)
  startWith(100)
  expect(existsSync(reserve)).toBe(true)
  expect(startWith(63).stdout).toBe('The disk is full: the room that was kept for the database is taken.\nstarted\n')
  expect(readdirSync(join(folder, 'base')).toSorted()).toEqual(['.lock', '17'])
})
