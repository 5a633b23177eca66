import { expect, test } from 'vitest'
import { artifactPath, readArtifactPath } from './artifact-path'

const digest = `sha256:${'0'.repeat(64)}`

test.each([
  ['team/web', 'v1.2', 'team/web:v1.2'],
  ['web', digest, `web@${digest}`],
])('an artifact of %s stands at its name', (repository, reference, path) => {
  expect(artifactPath(repository, reference)).toBe(path)
  expect(readArtifactPath(path)).toEqual({ repository, reference })
})

test('a repository alone has no reference', () => {
  expect(readArtifactPath('team/web')).toEqual({ repository: 'team/web', reference: '' })
  expect(readArtifactPath(`web:v1@${digest}`)).toEqual({ repository: 'web', reference: digest })
})
