import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { succeed } from '../clients/command.js'

const ROOT = join(import.meta.dirname, '../../..')

/**
 * A fresh clone of this repository's HEAD in the run's work folder; made once for both kinds of installation, and under a strict mask, which
 * must make no difference to what the services' user can read.
 */
export async function cloneOnce(work: string): Promise<string> {
  const clone = join(work, 'clone')
  const there = await access(clone).then(
    () => true,
    () => false,
  )
  const script = 'umask 077; exec git clone --quiet --no-local --depth 1 "$@"'
  if (!there) await succeed('bash', ['-c', script, 'bash', `file://${ROOT}`, clone])
  return clone
}
