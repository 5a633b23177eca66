import { defineConfig } from 'i18next-cli'

export default defineConfig({
  locales: ['en-US', 'zh-CN'],
  extract: {
    input: ['src/**/*.{ts,tsx}'],
    ignore: ['src/**/*.test.{ts,tsx}', 'src/testing/**'],
    output: 'src/locales/{{language}}.json',
    defaultNS: false,
    primaryLanguage: 'en-US',
    defaultValue: '',
    sort: false,
    // Looked up by a code, a role, a tool or a status that is only known at run time.
    preservePatterns: [
      'errors.codes.*',
      'errors.next.*',
      'roles.*',
      'pull.tools.*',
      'kinds.*',
      'runs.kinds.*',
      'runs.statuses.*',
      'runs.types.*',
    ],
  },
})
