import { z } from 'zod'
import type { Reading } from './reading.js'
import type { Kind, Report } from './report.js'

const named = z.object({ name: z.string().max(1024) })
const systemInfo = z.object({ with_chartmuseum: z.boolean().nullish() })

/** Lists of the whole system that nothing here can become. */
const lists: readonly { readonly path: string; readonly kind: Kind; readonly why: string }[] = [
  { path: 'scanners', kind: 'scanner', why: 'Berth does not scan.' },
  { path: 'p2p/preheat/instances', kind: 'preheat', why: 'Berth does not distribute by peer-to-peer.' },
]

/** Tells what of a Harbor is not brought, whatever its projects hold. @param signIn how people sign in there */
export async function noteCounterparts(read: Reading, report: Report, signIn: string): Promise<void> {
  for (const { path, kind, why } of lists)
    for (const { name } of await read.list(path, kind, named)) report.add(kind, name, 'left', why)
  const users = await read.list('users', 'user', z.unknown())
  if (users.length > 0)
    report.add(
      'user',
      `${users.length} accounts`,
      'left',
      'Their passwords cannot be read. Who signs in here becomes a member when the import is run again.',
    )
  const info = await read.one('systeminfo', 'chart', systemInfo)
  if (info?.with_chartmuseum)
    report.add(
      'chart',
      'ChartMuseum',
      'left',
      'Charts that are no OCI artifacts have no place here: push them with helm.',
    )
  report.add('setting', 'configuration', 'left', `Settings are set by hand; people sign in there by ${signIn}.`)
}
