import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

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

/** Keeps nothing until `go` is there, as one on a full disk. */
const KEEPER = 'until [ -e go ]; do sleep 0.05; done; cat > kept; touch done'

test('a service never waits for its log: lines that cannot be written are dropped, and counted', async () => {
  const program = join(import.meta.dirname, '../../../deploy/log-or-drop.pl')
  const relay = spawn(program, ['sh', '-c', KEEPER], { cwd: folder, stdio: ['pipe', 'ignore', 'inherit'] })
  const write = (text: string) =>
    new Promise<void>((resolve, reject) => relay.stdin.write(text, (error) => (error ? reject(error) : resolve())))
  await write('first\n')
  // More than every buffer between the two together holds: whoever waited would wait for ever.
  for (let part = 0; part < 64; part++) await write(`${'x'.repeat(63)}\n`.repeat(1024))
  writeFileSync(join(folder, 'go'), '')
  const kept = () => (existsSync(join(folder, 'kept')) ? readFileSync(join(folder, 'kept'), 'utf8') : '')
  await vi.waitUntil(
    async () => {
      await write('last\n')
      return kept().includes('last\n')
    },
    { timeout: 20_000 },
  )
  relay.stdin.end()
  await once(relay, 'close')
  await vi.waitUntil(() => existsSync(join(folder, 'done')), { timeout: 20_000 })
  expect(kept()).toMatch(/^first\nx/)
  expect(kept()).toMatch(/\n\d+ lines were dropped here, for the log could not be written\.\nlast\n/)
})

test('what is written as long as there is room for it is kept to the last byte', async () => {
  const program = join(import.meta.dirname, '../../../deploy/log-or-drop.pl')
  const lines = Array.from({ length: 20_000 }, (_, number) => `line ${number}\n`).join('')
  const relay = spawn(program, ['sh', '-c', 'cat > kept; touch done'], {
    cwd: folder,
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  relay.stdin.write(lines)
  relay.stdin.end()
  await once(relay, 'close')
  await vi.waitUntil(() => existsSync(join(folder, 'done')), { timeout: 20_000 })
  expect(readFileSync(join(folder, 'kept'), 'utf8')).toBe(lines)
})
