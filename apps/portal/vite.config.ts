import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const api = process.env['BERTH_API'] ?? 'http://127.0.0.1:15080'
const proxy = Object.fromEntries(['/api', '/c/', '/service', '/devcenter-api-2.0'].map((path) => [path, api]))

export default defineConfig(({ command }) => {
  // Whatever the shell says: a build for "test" or "development" would carry React's warnings and fixed ids to the users.
  if (command === 'build') process.env['NODE_ENV'] = 'production'
  return {
    plugins: [react()],
    build: { target: 'es2022', sourcemap: false, assetsInlineLimit: 0, reportCompressedSize: true },
    server: { host: '127.0.0.1', proxy },
    preview: { host: '127.0.0.1', proxy },
  }
})
