import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['src/fault/*.fault.test.ts'],
    testTimeout: Number(process.env['BERTH_FAULT_SECONDS'] ?? 150) * 1000 + 300_000,
  },
})
