import { expect, test } from 'vitest'
import { parseReference } from './parse-reference'

const digest = `sha256:${'0'.repeat(64)}`

test.each([
  ['docker pull reg.example.com:8080/dev/team/app:v7', { project: 'dev', repository: 'team/app', tag: 'v7' }],
  ['skopeo inspect docker://localhost/dev/app', { project: 'dev', repository: 'app' }],
  ['dev/app:latest', { project: 'dev', repository: 'app', tag: 'latest' }],
  ['reg.example.com/dev/app@sha256:abc', { project: 'dev', repository: 'app', digest: 'sha256:abc' }],
  [`docker pull reg.example.com/dev/app:v1@${digest}`, { project: 'dev', repository: 'app', tag: 'v1', digest }],
  ['skopeo copy docker://reg.example.com/dev/app:v1 oci:app:v1', { project: 'dev', repository: 'app', tag: 'v1' }],
  ['FROM reg.example.com/dev/app:v1 AS build', { project: 'dev', repository: 'app', tag: 'v1' }],
  [
    'docker run --rm -v /srv/data:/data reg.example.com/dev/app:v1 sh -c true',
    { project: 'dev', repository: 'app', tag: 'v1' },
  ],
  ['  image: "reg.example.com/dev/app:v1"', { project: 'dev', repository: 'app', tag: 'v1' }],
  ['helm pull oci://reg.example.com/dev/chart --version 1.0+5', { project: 'dev', repository: 'chart', tag: '1.0_5' }],
])('reads %s', (text, expected) => {
  expect(parseReference(text)).toEqual({ tag: undefined, digest: undefined, ...expected })
})

test.each(['httpd', '', 'Ordinary Words/With Space', '/', '--version', digest, 'A/'.repeat(100_000)])(
  'finds no repository in "%.20s"',
  (text) => {
    expect(parseReference(text)).toBeUndefined()
  },
)
