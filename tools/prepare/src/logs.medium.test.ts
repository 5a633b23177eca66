import { spawnSync } from 'node:child_process'
import { chownSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const USER = 54_323
const SOURCES = '. tools/install/common.sh; . tools/install/native.sh; BERTH_ROOT="$1"; native_logs api'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'berth-logs-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

// Only root reads as somebody else.
test.runIf(process.getuid?.() === 0)(
  'logs are shown to root as their owner sees them, who has put a link there',
  () => {
    // Others may pass through it.
    spawnSync('chmod', ['711', folder])
    writeFileSync(join(folder, '.env'), `LOG_LOCATION=${folder}\nBERTH_UID=${USER}\nBERTH_GID=${USER}\n`)
    const secret = join(folder, 'secret')
    writeFileSync(secret, 'for root alone', { mode: 0o600 })
    const logs = join(folder, 'api')
    mkdirSync(logs, { mode: 0o750 })
    const shown = () => {
      const cwd = join(import.meta.dirname, '../../..')
      return spawnSync('bash', ['-c', SOURCES, 'bash', folder], { cwd, encoding: 'utf8' }).stdout
    }
    const current = join(logs, 'current')
    writeFileSync(current, 'listening\n')
    for (const path of [current, logs]) chownSync(path, USER, USER)
    expect(shown()).toBe('listening\n')
    rmSync(current)
    symlinkSync(secret, current)
    expect(shown()).toContain('Permission denied')
  },
)
