import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unlessMissing } from './errors.js'

const beat = 10_000
/** A file older than this belongs to a process that is gone. Wide enough for a machine that stalls. */
const lifetime = 60_000

export interface Presence extends AsyncDisposable {
  readonly path: string
  /** When it began, in milliseconds, by the clock of the file system: that of another machine, perhaps. */
  readonly since: number
}

/**
 * Tells other processes, by a file in `folder` that is written every few seconds, that this one is at work. Ends on disposal. The file
 * system says when it was written, so clocks of machines that share a tree may differ.
 */
export async function announcePresence(folder: string): Promise<Presence> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, randomUUID())
  const touch = () => writeFile(path, String(process.pid))
  await touch()
  const { mtimeMs: since } = await stat(path)
  const timer = setInterval(() => void touch().catch(() => undefined), beat)
  timer.unref()
  return {
    path,
    since,
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      await rm(path, { force: true })
    },
  }
}

/** Whether another process announces itself in `folder`, as of when `own` began. Tidies up after those that are gone. */
export async function isPresent(folder: string, own: Presence): Promise<boolean> {
  let present = false
  for (const name of (await unlessMissing(readdir(folder))) ?? []) {
    const path = join(folder, name)
    if (path === own.path) continue
    const found = await unlessMissing(stat(path))
    if (found === undefined) continue
    if (own.since - found.mtimeMs < lifetime) present = true
    else await rm(path, { force: true })
  }
  return present
}
