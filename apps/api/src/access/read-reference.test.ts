import type { FastifyRequest } from 'fastify'
import { describe, expect, it } from 'vitest'
import {
  atArtifact,
  inProject,
  inProjectAsked,
  inProjectOf,
  inProjectOrSystemAsked,
  inRepository,
  type PlaceRule,
} from './needs.js'
import { projectNamed, readReference } from './read-reference.js'

type Place = Omit<PlaceRule, 'kind' | 'permission'>
const rule = (place: Place) => ({ kind: 'needs', permission: 'self:read', ...place }) as PlaceRule
const asking = (params: object, headers: object = {}) => ({ params, headers }) as FastifyRequest
const readBy = (place: Place, request: FastifyRequest) => {
  const { project, ...within } = readReference(rule(place), request) ?? expect.fail()
  return { condition: project.text, values: project.values, ...within }
}

describe('a project', () => {
  it.each([
    ['by its name alone', { project_name: '7' }, {}, 'p.name = $1', ['7']],
    ['by its name', { project_name_or_id: 'dev' }, {}, 'p.name = $1', ['dev']],
    ['by its id, where that is an integer', { project_name_or_id: '7' }, {}, 'p.id = $1', [7]],
    ['by no id with more than digits', { project_name_or_id: '7a' }, {}, 'p.name = $1', ['7a']],
    ['by no id with more than digits before it', { project_name_or_id: 'a7' }, {}, 'p.name = $1', ['a7']],
    [
      'by a name of digits, as Harbor’s clients say',
      { project_name_or_id: '7' },
      { 'x-is-resource-name': 'true' },
      'p.name = $1',
      ['7'],
    ],
    ['by the largest id', { project_name_or_id: '2147483647' }, {}, 'p.id = $1', [2_147_483_647]],
    ['nowhere, by an id that no row can have', { project_name_or_id: '2147483648' }, {}, 'false', []],
    ['nowhere, by a name with NUL', { project_name: 'a\0' }, {}, 'false', []],
    ['by no name, where there is none', {}, {}, 'p.name = $1', ['']],
  ])('is looked for %s', (_, params, headers, condition, values) => {
    expect(readBy(inProject, asking(params, headers))).toEqual({ condition, values })
  })

  it('is what something in it belongs to', () => {
    const { condition, values } = readBy(inProjectOf('label', 'label_id'), asking({ label_id: '5' }))
    expect(condition).toBe('p.id = (select project_id from label where id = $1)')
    expect(values).toEqual([5])
    expect(readBy(inProjectOf('label', 'label_id'), asking({ label_id: 'x' })).values).toEqual([0])
  })

  it('is what the request asks for, by a name or an id; the system where it asks for none', () => {
    const request = asking({ project_name: 'other' })
    expect(
      readBy(
        inProjectAsked(() => ({ id: 7 })),
        request,
      ),
    ).toEqual({ condition: 'p.id = $1', values: [7] })
    expect(
      readBy(
        inProjectAsked(() => ({ name: '7' })),
        request,
      ),
    ).toEqual({ condition: 'p.name = $1', values: ['7'] })
    expect(readReference(rule(inProjectOrSystemAsked(() => undefined)), request)).toBeUndefined()
  })

  it('is named in a refusal as it was asked for', () => {
    expect(projectNamed(rule(inProjectAsked(() => ({ id: 7 }))), asking({}))).toBe('7')
    expect(projectNamed(rule(inProjectAsked(() => ({ name: 'dev' }))), asking({}))).toBe('dev')
    expect(projectNamed(rule(inProject), asking({ project_name_or_id: '7' }))).toBe('7')
  })
})

describe('what is in a project', () => {
  const params = { project_name: 'dev', repository_name: 'a%2Fb', reference: 'v1' }

  it('is read as far as the rule is about it', () => {
    const project = { condition: 'p.name = $1', values: ['dev'] }
    expect(readBy(inProject, asking(params))).toEqual(project)
    expect(readBy(inRepository, asking(params))).toEqual({ ...project, repository: 'a/b' })
    expect(readBy(atArtifact, asking(params))).toEqual({ ...project, repository: 'a/b', artifact: 'v1' })
  })

  it('is no other thing where its name is broken, or not there', () => {
    const read = (given: object) => readBy(atArtifact, asking({ project_name: 'dev', ...given }))
    expect(read({ repository_name: '%E0%A4%A' })).toMatchObject({ repository: '%E0%A4%A', artifact: '' })
    expect(read({ repository_name: ['a'] })).toMatchObject({ repository: '' })
    expect(readBy(inProject, { params: null, headers: {} } as FastifyRequest).values).toEqual([''])
  })
})
