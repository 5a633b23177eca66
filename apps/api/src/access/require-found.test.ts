import type { FastifyRequest } from 'fastify'
import { expect, it } from 'vitest'
import { atArtifact, inAnyRepository, inProject, inRepository, type PlaceRule } from './needs.js'
import { requireFound } from './place-guard.js'

const request = (found: object) =>
  ({
    headers: {},
    params: { project_name: 'dev', repository_name: 'a%2Fb', reference: 'v1' },
    found: { project: { name: 'dev' }, ...found },
  }) as unknown as FastifyRequest
const check = (place: object, found: object) => () =>
  requireFound({ kind: 'needs', permission: 'artifact:read', ...place } as PlaceRule, request(found))

const repository = {}
const artifact = {}

it('asks for the repository and the artifact that a rule is about, and for nothing else', () => {
  expect(check(inProject, {})).not.toThrow()
  expect(check(inAnyRepository, {})).not.toThrow()
  expect(check(inRepository, { repository })).not.toThrow()
  expect(check(atArtifact, { repository, artifact })).not.toThrow()
})

it.each([
  ['a repository', inRepository, {}, { reason: 'REPOSITORY_NOT_FOUND', parameters: { repository: 'dev/a/b' } }],
  ['the repository of an artifact', atArtifact, {}, { reason: 'REPOSITORY_NOT_FOUND' }],
  [
    'an artifact',
    atArtifact,
    { repository },
    { reason: 'ARTIFACT_NOT_FOUND', parameters: { reference: 'v1', repository: 'dev/a/b' } },
  ],
])('says that %s is not there, by its name', (_, place, found, refusal) => {
  expect(check(place, found)).toThrow(expect.objectContaining(refusal))
})
