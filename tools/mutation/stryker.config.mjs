// What `pnpm mutate` does: it puts faults into the folders below, one at a time, and tells which of them no small test notices.
// `pnpm mutate --mutate 'packages/oci/src/**/*.ts'` looks at one folder. The scores stand in docs/contributing/mutation.md.

/** Folders whose rules small tests hold. What the medium tests hold needs servers, and is no matter of such a run. */
const folders = [
  'packages/rbac/src',
  'packages/oci/src',
  'packages/secrets/src',
  'packages/distribution-config/src',
  'packages/contracts/src/rules',
  'packages/contracts/src/jobs',
  'packages/metadata/src/postgres/rules',
  'packages/data-plane/src/auth',
  'packages/outbound/src',
  'packages/directory/src',
  'packages/webhooks/src',
  'apps/api/src/access',
  'apps/api/src/identity',
  'apps/api/src/listing',
  'apps/api/src/token',
]

export default {
  mutate: [
    ...folders.map((folder) => `${folder}/**/*.ts`),
    '!**/*.test.ts',
    '!**/*.test.support.ts',
    '!**/testing/**',
    '!**/index.ts',
  ],
  testRunner: 'vitest',
  // Stryker would rewrite the paths in this file by a function that TypeScript 7 no longer has; the sandbox needs no other paths.
  tsconfigFile: 'none',
  vitest: { configFile: 'tools/mutation/vitest.config.ts' },
  plugins: ['@stryker-mutator/vitest-runner'],
  reporters: ['clear-text', 'json'],
  jsonReporter: { fileName: 'artefacts/mutation.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: true },
  // The machine is shared; a mutant takes a second or so.
  concurrency: 1,
  tempDirName: 'artefacts/stryker',
  ignorePatterns: ['artefacts', '.runtime', 'e2e', 'docs', 'apps/portal', '**/dist', '*.tgz'],
  timeoutMS: 10_000,
}
