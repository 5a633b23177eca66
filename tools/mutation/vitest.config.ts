import { defineConfig } from 'vitest/config'

/** The small tests, for a run of mutations: each file in an environment of its own, as a mutant may break what modules keep. */
export default defineConfig({
  test: {
    // Such a run has the lowest priority on a machine that others use: what waits for the processor is no fault.
    testTimeout: 20_000,
    hookTimeout: 60_000,
    include: ['{packages,tools}/*/src/**/*.test.ts', 'apps/{api,jobservice,registry,standalone}/src/**/*.test.ts'],
    // Those of the guarded way out need no servers but their own.
    exclude: [
      '**/node_modules/**',
      '**/dist/**',
      '{apps,tools}/**/*.medium.test.ts',
      'packages/!(outbound)/**/*.medium.test.ts',
    ],
  },
})
