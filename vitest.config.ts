import { defineConfig } from 'vitest/config'

const ignored = ['**/node_modules/**', '**/dist/**']

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'small',
          include: [
            '{packages,tools}/*/src/**/*.test.ts',
            'apps/{api,jobservice,registry,standalone}/src/**/*.test.ts',
          ],
          exclude: [...ignored, '**/*.medium.test.ts'],
          // Pure code leaves nothing behind for the next file.
          isolate: false,
        },
      },
      {
        test: {
          name: 'medium',
          include: ['{apps,packages,tools}/*/src/**/*.medium.test.ts'],
          exclude: ignored,
          globalSetup: './packages/testkit/src/vitest-setup.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          // Projects with numbers of workers of their own come one after the other.
          sequence: { groupOrder: 1 },
        },
      },
      './apps/portal/vitest.config.ts',
    ],
  },
})
