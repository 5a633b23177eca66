// Makes src/generated/schema.ts from openapi.json. With --check it only says whether the committed file is what it would make.
import { readFile, writeFile } from 'node:fs/promises'
import openapiTypescript, { astToString } from 'openapi-typescript'

const file = new URL('src/generated/schema.ts', import.meta.url)
const header = '// Generated from openapi.json by `pnpm --filter @berth/api-client generate`. Not edited by hand.\n\n'
const text = header + astToString(await openapiTypescript(new URL('openapi.json', import.meta.url)))

if (!process.argv.includes('--check')) await writeFile(file, text)
else if ((await readFile(file, 'utf8')) !== text) {
  process.stderr.write('src/generated/schema.ts is stale: run `pnpm --filter @berth/api-client generate`.\n')
  process.exit(1)
}
