import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { succeed } from '../clients/command.js'

const ROOT = join(import.meta.dirname, '../../..')

/** A fresh clone of this repository's HEAD in the run's work folder; made once for both kinds of installation. */
export async function cloneOnce(work: string): Promise<string> {
  const clone = join(work, 'clone')
  const there = await access(clone).then(
    () => true,
    () => false,
  )
  if (!there) await succeed('git', ['clone', '--quiet', '--no-local', '--depth', '1', `file://${ROOT}`, clone])
  return clone
}
