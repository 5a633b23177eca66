import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expectSuccess } from '../clients/command.js'
import type { Scenario } from '../scenario.js'

/** As BuildKit asks for it: a statement of in-toto in a file, with the document as its predicate. */
const SCAN = `#!/bin/sh -e
cat > "$BUILDKIT_SCAN_DESTINATION/found.spdx.json" <<END
{"_type":"https://in-toto.io/Statement/v0.1","predicateType":"https://spdx.dev/Document",
 "predicate":{"spdxVersion":"SPDX-2.3","name":"$(ls "$BUILDKIT_SCAN_SOURCE" | head -n 1)"}}
END
`

/** Pushes an image that BuildKit runs to have an SBOM written of what it has built: by default that comes from a public registry. */
export async function pushScanner({ docker, folder }: Scenario, name: string): Promise<void> {
  const context = join(folder, 'scanner')
  await mkdir(context)
  await writeFile(join(context, 'scan'), SCAN)
  await chmod(join(context, 'scan'), 0o755)
  await writeFile(join(context, 'Dockerfile'), 'FROM debian:trixie-slim\nCOPY scan /scan\nENTRYPOINT ["/scan"]\n')
  const local = 'berth-e2e-scanner'
  await docker.must(['build', '--quiet', '--tag', local, context])
  expectSuccess(await docker.push(local, name))
  await docker.forget(local)
}
