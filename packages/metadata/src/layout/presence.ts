import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unlessMissing } from './errors.js'

const beat = 10_000
/** A file older than this belongs to a process that is gone. Wide enough for a machine that stalls. */
const lifetime = 60_000

/** Tells other processes, by a file in `folder` that is touched every few seconds, that this one is at work. Ends on disposal. */
export async function announcePresence(folder: string): Promise<AsyncDisposable & { readonly path: string }> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, randomUUID())
  const touch = () => writeFile(path, String(process.pid))
  await touch()
  const timer = setInterval(() => {
    const now = new Date()
    utimes(path, now, now).catch(() => touch().catch(() => undefined))
  }, beat)
  timer.unref()
  return {
    path,
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      await rm(path, { force: true })
    },
  }
}

/** Whether another process announces itself in `folder`. Tidies up after those that are gone. */
export async function isPresent(folder: string, except?: string): Promise<boolean> {
  let present = false
  for (const name of (await unlessMissing(readdir(folder))) ?? []) {
    const path = join(folder, name)
    if (path === except) continue
    const found = await unlessMissing(stat(path))
    if (found === undefined) continue
    if (Date.now() - found.mtimeMs < lifetime) present = true
    else await rm(path, { force: true })
  }
  return present
}
