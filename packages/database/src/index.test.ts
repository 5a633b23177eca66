import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const script = (entry: string) => `
  import { createRequire } from 'node:module'
  await import('@berth/database${entry}')
  console.log(Object.keys(createRequire(import.meta.url).cache).some((file) => file.includes('/typeorm/')))`

async function loadsTypeOrm(entry: string): Promise<boolean> {
  const options = { cwd: import.meta.dirname }
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', script(entry)],
    options,
  )
  return stdout.trim() === 'true'
}

it('loads TypeORM for those alone who ask for it', async () => {
  expect(await Promise.all([loadsTypeOrm(''), loadsTypeOrm('/orm')])).toEqual([false, true])
})
