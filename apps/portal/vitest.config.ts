import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'portal',
    environment: 'jsdom',
    environmentOptions: { jsdom: { url: 'http://registry.example.com/' } },
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/testing/setup.ts'],
    // One browser for all files: making each its own costs more than the tests.
    isolate: false,
    maxWorkers: 1,
    sequence: { groupOrder: 2 },
    testTimeout: 40_000,
    restoreMocks: true,
  },
})
