import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findProgram, temporaryFolder } from '@berth/testkit'
import { parseAbOutput } from './ab-output.js'
import { LoadError, type Outcome } from './outcome.js'
import type { RequestLoad } from './request.js'
import { runTool } from './run-tool.js'

/** ab keeps 40 bytes for each request it may make. */
const MOST_REQUESTS = 1_000_000

/** HEAD requests over connections that are kept open, by ApacheBench: wrk waits for the body that HEAD announces. */
export async function headRequests(load: RequestLoad): Promise<Outcome> {
  const ab = await findProgram('ab', 'apache2-utils')
  const path = load.paths[0]
  if (path === undefined || load.paths.length > 1) throw new LoadError('ab asks for one path')
  await using folder = await temporaryFolder('ab')
  const file = join(folder.path, 'percentages.csv')
  const headers = ['-H', `Accept: ${load.accept}`]
  if (load.authorization !== undefined) headers.push('-H', `Authorization: ${load.authorization}`)
  const report = await runTool(
    ab,
    `-i -k -l -q -s 30 -c ${load.connections} -t ${load.seconds} -n ${MOST_REQUESTS} -e`
      .split(' ')
      .concat(file, headers, `${load.url}${path}`),
    load.seconds,
  )
  return parseAbOutput(report, await readFile(file, 'utf8'))
}
