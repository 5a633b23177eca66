import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const api = process.env['BERTH_API'] ?? 'http://127.0.0.1:15080'
const proxy = Object.fromEntries(['/api', '/c/', '/service', '/devcenter-api-2.0'].map((path) => [path, api]))

/**
 * What every list page needs, with all that it imports, is one file; a page and the texts of one language come beside it.
 * Styles of list pages that have a second file are a part of it, for one more file would cost more than their bytes.
 * What opens later (`on-demand`, `feedback-host`, `menu-dropdown`, `tip-layer`, `look-dialog`, `banner-notice`, `side-panel`) stays out.
 */
const frame = [
  /\/src\/(?:app|router)\.tsx$/,
  /\/src\/(?:lists\/(?!look-dialog|density-choice)|nav\/|session\/(?!banner))/,
  /\/src\/components\/(?!feedback-host|menu-dropdown|tip-layer|checkbox|facts|duration|panels|use-settled|side-panel|use-back-closes)/,
  /\/src\/runs\/run-status\.tsx$/,
  /\/src\/projects\/(?:access-tag|use-confirm-project-delete)\.tsx$/,
  /\/src\/repositories\/(?:clients|delete-each|deleted-name|kind-name|platform-tags|use-confirm-deletion|use-may-restore|use-offer-undo|use-restore|use-way-back|pull-panel|use-pull-target|use-pull-tool)\.tsx?$/,
  /\/antd\/es\/tag\/index/,
  /\/src\/(?:repositories\/artifact-link|users\/user-changes\.queries)\.tsx?$/,
  /\/icons\/(?:More|Rollback)Outlined\.js$/,
  /@fontsource-variable/,
  /\/src\/(?:theme|audit|clean-up|runs)\/(?!run-drawer)[\w.-]+\.css$/,
  /\/src\/components\/facts\.module\.css$/,
  /\/src\/components\/checkbox\.module\.css$/,
]
/** Texts go with their language. */
const isCode = (id: string) => !id.endsWith('.json')
const groups = [
  { name: 'frame', test: (id: string) => isCode(id) && frame.some((pattern) => pattern.test(id)), priority: 2 },
  // Both pages of the audit log are one list, and both pages with runs have the same parts.
  {
    name: 'audit',
    test: (id: string) => isCode(id) && /\/src\/audit\/(?:audit-|audit\.queries|project-audit|words)/.test(id),
    priority: 1,
  },
  {
    name: 'runs',
    test: (id: string) =>
      isCode(id) &&
      /\/src\/(?:clean-up\/(?!clean-up\.routes|clean-up-plan|forecast)|runs\/(?:run-columns|schedule-card))/.test(id),
    priority: 1,
  },
  { name: 'forms', test: (id: string) => isCode(id) && id.includes('/src/forms/'), priority: 1 },
]

export default defineConfig(({ command }) => {
  // Whatever the shell says: a build for "test" or "development" would carry React's warnings and fixed ids to the users.
  if (command === 'build') process.env['NODE_ENV'] = 'production'
  return {
    plugins: [react()],
    build: {
      target: 'es2022',
      sourcemap: false,
      assetsInlineLimit: 0,
      reportCompressedSize: true,
      rolldownOptions: {
        output: { codeSplitting: { groups } },
        // antd's own packages do not say so, but none of their modules does anything by being loaded.
        treeshake: {
          moduleSideEffects: [{ test: /\/node_modules\/@(?:rc-component|ant-design)\//, sideEffects: false }],
        },
      },
    },
    server: { host: '127.0.0.1', proxy },
    preview: { host: '127.0.0.1', proxy },
  }
})
