import { createHash } from 'node:crypto'
import { writeFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'

// Threads load their code as JavaScript.
const built = new URL('../../dist/filesystem/hash-pool.js', import.meta.url).href
const { HashPool }: typeof import('./hash-pool.js') = await import(built)

const folder = await mkdtemp(join(tmpdir(), 'berth-hash-'))
afterAll(() => rm(folder, { recursive: true }))

it('hashes what comes right when an idle thread ends', async () => {
  const idle = 20
  const pool = new HashPool(1, idle)
  const content = Buffer.from('hashed')
  const request = { sources: [join(folder, 'file')], algorithm: 'sha256' }
  await writeFile(join(folder, 'file'), content)
  const expected = createHash('sha256').update(content).digest('hex')
  for (let round = 0; round < 25; round += 1) {
    expect(await pool.run(request)).toBe(expected)
    await sleep(idle)
  }
  await pool.close()
})
