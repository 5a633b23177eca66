import { expect, test } from 'vitest'
import { parseReference } from './parse-reference'

test.each([
  ['docker pull reg.example.com:8080/dev/team/app:v7', { project: 'dev', repository: 'team/app', tag: 'v7' }],
  ['skopeo inspect docker://localhost/dev/app', { project: 'dev', repository: 'app' }],
  ['dev/app:latest', { project: 'dev', repository: 'app', tag: 'latest' }],
  ['reg.example.com/dev/app@sha256:abc', { project: 'dev', repository: 'app', digest: 'sha256:abc' }],
])('reads %s', (text, expected) => {
  expect(parseReference(text)).toEqual({ tag: undefined, digest: undefined, ...expected })
})

test.each(['httpd', '', 'Ordinary Words/With Space', '/'])('finds no repository in "%s"', (text) => {
  expect(parseReference(text)).toBeUndefined()
})
