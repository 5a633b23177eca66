import { defineConfig } from 'vitest/config'

/** The small tests, for a run of mutations: each file in an environment of its own, as a mutant may break what modules keep. */
export default defineConfig({
  test: {
    include: ['{packages,tools}/*/src/**/*.test.ts', 'apps/{api,jobservice,standalone}/src/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/*.medium.test.ts'],
  },
})
