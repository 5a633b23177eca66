import { expect, test } from 'vitest'
import { pullCommand, type PullTarget, pushLines, toolsFor } from './clients'

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

test('adds what each client needs for a registry without TLS', () => {
  const plain = { ...target, plainHttp: true }
  expect(pullCommand('podman', plain)).toContain('--tls-verify=false')
  expect(pullCommand('skopeo', plain)).toContain('--src-tls-verify=false docker://')
  expect(pullCommand('helm', plain)).toContain('--plain-http oci://registry.example.com/dev/team/httpd --version v7')
  expect(pushLines('podman', 'h', 'dev', true).push).toBe('podman push --tls-verify=false h/dev/httpd:v7')
})

test('offers only clients that can use what is stored', () => {
  expect(toolsFor('index')).toContain('docker')
  expect(toolsFor('chart')).toEqual(['helm', 'oras'])
  expect(toolsFor('artifact')).not.toContain('docker')
})
