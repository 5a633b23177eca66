import { describe, expect, it } from 'vitest'
import { harborContract } from '@berth/testkit'
import { documentedOperations, expectDocumented } from './contract.test.support.js'

const answer = (method: string, path: string, status: number, body: unknown) => () =>
  expectDocumented({
    method,
    path: `/api/v2.0${path}`,
    status,
    type: typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8',
    text: typeof body === 'string' ? body : JSON.stringify(body),
  })
const refusal = (reason: string) => ({ errors: [{ code: 'NOT_FOUND', message: 'gone', reason }] })
const deletable = '/projects/dev/_deletable'

describe('the document', () => {
  it('has the operations that Harbor has under its names, with its statuses of success', () => {
    const shared = documentedOperations.filter(({ key }) => Object.hasOwn(harborContract.operations, key))
    expect(shared.length).toBeGreaterThanOrEqual(48)
    for (const { key, operationId, statuses } of shared) {
      const { id, answers } = harborContract.operations[key] ?? expect.fail()
      expect(operationId).toBe(id)
      const good = statuses.filter((status) => Number(status) < 300)
      expect(Object.keys(answers), key).toEqual(expect.arrayContaining(good))
    }
  })
})

describe('an answer', () => {
  it.each([
    ['of the documented shape', answer('GET', deletable, 200, { deletable: true })],
    ['that refuses for a documented reason', answer('GET', deletable, 404, refusal('PROJECT_NOT_FOUND'))],
    ['that is text', answer('GET', '/ping', 200, 'Pong')],
    ['of a path that the document does not have', answer('GET', '/nothing', 200, { any: 'thing' })],
  ])('%s passes', (_, call) => {
    expect(call).not.toThrow()
  })

  it.each([
    ['lacks a field', answer('GET', deletable, 200, {}), "getProjectDeletable.*required property 'deletable'"],
    [
      'has a field of another type',
      answer('GET', deletable, 200, { deletable: 'yes' }),
      'body/deletable must be boolean',
    ],
    ['has one field more', answer('GET', deletable, 200, { deletable: true, more: 1 }), 'additional properties'],
    ['has another status', answer('GET', deletable, 202, { deletable: true }), 'documented are 200'],
    ['has a body where there is none', answer('DELETE', '/projects/dev', 200, { gone: true }), 'no body'],
    ['is no text', answer('GET', '/ping', 200, { pong: true }), 'text/plain'],
    ['refuses for another reason', answer('GET', deletable, 404, refusal('USER_NOT_FOUND')), 'PROJECT_NOT_FOUND'],
    ['is told by the path that is written out', answer('GET', '/users/current', 200, {}), 'getCurrentUserInfo'],
  ])('that %s does not', (_, call, fault) => {
    expect(call).toThrow(new RegExp(fault, 's'))
  })
})
