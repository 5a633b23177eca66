import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'i18next-cli'

const languages = ['en-US', 'zh-CN']
/** The tool reads one file for each language: the features' texts are laid together for it, and only for it. */
const joined = join(import.meta.dirname, 'node_modules/.cache/texts')
mkdirSync(joined, { recursive: true })
for (const language of languages) {
  const files = globSync(`src/*/{texts,later}.${language}.json`, { cwd: import.meta.dirname }).toSorted()
  const texts: object = Object.assign(
    {},
    ...files.map((file) => JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8'))),
  )
  writeFileSync(join(joined, `${language}.json`), JSON.stringify(texts, undefined, 2))
}

export default defineConfig({
  locales: languages,
  extract: {
    input: ['src/**/*.{ts,tsx}'],
    ignore: ['src/**/*.test.{ts,tsx}', 'src/testing/**'],
    output: `${joined}/{{language}}.json`,
    defaultNS: false,
    primaryLanguage: 'en-US',
    defaultValue: '',
    sort: false,
    // Looked up by a code, a role, a tool or a status that is only known at run time.
    preservePatterns: [
      'errors.codes.*',
      'errors.next.*',
      'robot.overlap.*',
      'roles.*',
      'pull.tools.*',
      'tag.accessory.*',
      'artifact.kinds.*',
      'artifactPage.predicates.*',
      'artifactPage.referrers.*',
      'audit.operations.*',
      'audit.periods.*',
      'audit.types.*',
      'compare.*',
      'webhook.formats.*',
      'webhook.kinds.*',
      'webhook.types.*',
      'tagHistory.actions.*',
      'jobs.types.*',
      'kinds.*',
      'registry.kinds.*',
      'replication.directions.*',
      'replication.triggers.*',
      'retention.because.*',
      'retention.keeps.*',
      'retention.outcomes.*',
      'retention.templates.*',
      'runs.kinds.*',
      'runs.statuses.*',
      'runs.types.*',
      'user.sources.*',
    ],
  },
})
