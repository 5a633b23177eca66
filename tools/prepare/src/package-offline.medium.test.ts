import { spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const SHIPPED = readFileSync(join(root, 'harbor.cfg'), 'utf8')
const PASSWORD = 'Anchors-and-9-ropes'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'berth-package-'))
  const shipped = ['install.sh', 'prepare', 'berth', 'harbor.cfg', 'docker-compose.yml', 'docker-compose.https.yml']
  const documents = ['LICENSE', 'README.md', 'README.zh-CN.md', 'CHANGELOG.md', 'SECURITY.md', 'package.json']
  for (const part of [...shipped, ...documents, 'deploy', 'docs', 'tools/install', 'tools/package-offline.sh'])
    cpSync(join(root, part), join(folder, part), { recursive: true })
  for (const part of ['apps', 'packages', 'node_modules/typescript', 'tools/prepare/node_modules/zod'])
    mkdirSync(join(folder, part), { recursive: true })
  // What is built, fetched and saved is no part of this.
  write('tools/runtime.sh', 'berth_runtime() { :; }\n')
  for (const program of ['bin/docker', 'tools/stage.sh', '.runtime/bin/node', 'node_modules/.bin/tsc'])
    write(program, '#!/bin/sh\nexec sleep 0.1\n')
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), text, { mode: 0o755 })
}

const run = (script: string) =>
  spawnSync('bash', ['-ec', script], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: `${folder}/bin:/usr/bin:/bin`, HOME: folder, GIT_CEILING_DIRECTORIES: tmpdir(), SHLVL: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

test('the package for machines without a network holds harbor.cfg as it is shipped, and no password', () => {
  run('git init -q; git add harbor.cfg; git -c user.name=a -c user.email=a@berth.example commit -q -m a')
  appendFileSync(join(folder, 'harbor.cfg'), `harbor_admin_password = ${PASSWORD}\n`)
  writeFileSync(join(folder, 'harbor.yml'), `harbor_admin_password: ${PASSWORD}\n`)
  const { status, stdout, stderr } = run('tools/package-offline.sh')
  expect([status, stderr]).toEqual([0, ''])
  expect(stdout).toContain('harbor.cfg is in the package as it is shipped')
  run('mkdir out; sha256sum -c *.tgz.sha256; tar -xzf *.tgz -C out')
  expect(readFileSync(join(folder, 'out/berth/harbor.cfg'), 'utf8')).toBe(SHIPPED)
  expect(run(`grep -rl ${PASSWORD} out || true`).stdout).toBe('')
})

test('no package is made where nobody can tell what was shipped', () => {
  const { status, stderr } = run('tools/package-offline.sh')
  expect([status, stderr]).toEqual([1, expect.stringContaining('make the package in a clone')])
})
