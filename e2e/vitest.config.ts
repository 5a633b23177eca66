import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The first finds the installation untouched; the last ones stop and kill it. */
const ORDER = [
  'installation',
  'user-path',
  'clients',
  'artifacts',
  'signing',
  'go-client',
  'harbor-tools',
  'transfer',
  'mirrors',
  'second-installation',
  'garbage-collection',
  'refusals',
  'portal-refusals',
  'portal-rules',
  'portal-content',
  'portal-widths',
  'sign-in',
  'portal-people',
  'portal-exchange',
  'configuration',
  'handover',
  'full-disk',
  'tls',
  'crash',
  'lifecycle',
]

class ScenarioOrder extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number =>
      ORDER.findIndex((name) => moduleId.endsWith(`/${name}.e2e.test.ts`))
    return Promise.resolve([...files].sort((a, b) => place(a) - place(b)))
  }
}

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['src/scenarios/*.e2e.test.ts'],
    globalSetup: ['src/installation/global-setup.ts'],
    fileParallelism: false,
    sequence: { sequencer: ScenarioOrder },
    testTimeout: 300_000,
    hookTimeout: 600_000,
  },
})
