import { expect, test } from 'vitest'
import { dockerTrusts, pullCommand, type PullTarget, pushLines, toolFor, toolsFor } from './clients'

const target: PullTarget = {
  host: 'registry.example.com',
  repository: 'dev/team/httpd',
  tag: 'v7',
  digest: 'sha256:abc',
  plainHttp: false,
}

test('names the image by tag, or by digest without one', () => {
  expect(pullCommand('docker', target)).toBe('docker pull registry.example.com/dev/team/httpd:v7')
  expect(pullCommand('dockerfile', { ...target, tag: undefined })).toBe(
    'FROM registry.example.com/dev/team/httpd@sha256:abc',
  )
})

test('asks Helm for the version of a chart, which a tag cannot name as it is', () => {
  expect(pullCommand('helm', { ...target, tag: '1.0.0_b1' })).toMatch(/--version 1\.0\.0\+b1$/)
})

test('adds what each client needs for a registry without TLS', () => {
  const plain = { ...target, plainHttp: true }
  expect(pullCommand('podman', plain)).toContain('--tls-verify=false')
  expect(pullCommand('skopeo', plain)).toContain('--src-tls-verify=false docker://')
  expect(pullCommand('helm', plain)).toContain('--plain-http oci://registry.example.com/dev/team/httpd --version v7')
  const lines = pushLines('podman', { host: 'h', project: 'dev', username: 'mara', plainHttp: true })
  expect(lines.push).toBe('podman push --tls-verify=false h/dev/httpd:2.4')
  expect(lines.login).toBe('podman login --tls-verify=false h -u mara')
})

test('offers only clients that can use what is stored', () => {
  expect(toolsFor('index')).toContain('docker')
  expect(toolsFor('chart')).toEqual(['helm', 'oras'])
  expect(toolsFor('artifact')).not.toContain('docker')
  expect(toolsFor('CHART', false)).toEqual(['oras'])
})

test('keeps the wanted client where it can be used, and takes another where it cannot', () => {
  expect(toolFor('podman', toolsFor('index'))).toBe('podman')
  expect(toolFor('podman', toolsFor('chart'))).toBe('helm')
  expect(toolFor(undefined, toolsFor('artifact'))).toBe('oras')
})

test.each([
  ['mara', 'mara'],
  ['m.ara@example.com', 'm.ara@example.com'],
  ['小明', '小明'],
  ['Mara Lind', "'Mara Lind'"],
  ["m'ara|x", String.raw`'m'\''ara|x'`],
])('signs %s in by one word of the shell', (username, word) => {
  const lines = pushLines('docker', { host: 'h', project: 'dev', username, plainHttp: false })
  expect(lines.login).toBe(`docker login h -u ${word}`)
})

test.each([
  ['localhost', true],
  ['localhost:8080', true],
  ['127.0.0.1:81', true],
  ['127.1.2.3', true],
  ['127.example.com', false],
  ['localhost.example', false],
  ['10.0.0.1', false],
  ['[::1]:80', false],
])('says whether Docker trusts %s by itself: %s', (host, expected) => {
  expect(dockerTrusts(host)).toBe(expected)
})
