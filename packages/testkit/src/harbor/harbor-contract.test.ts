import { describe, expect, it } from 'vitest'
import { differencesFromHarbor } from './harbor-contract.js'

const of = (method: string, path: string, status: number, body?: unknown) =>
  differencesFromHarbor({ method, path, status, text: body === undefined ? '' : JSON.stringify(body) })

const tag = { id: 1, name: 'v1', push_time: '2026-01-02T03:04:05.678Z', immutable: false }
const tags = '/projects/p/repositories/a%252Fb/artifacts/v1/tags'

describe('an answer', () => {
  it.each([
    ['of the fields of Harbor', of('GET', tags, 200, [tag])],
    ['that is an empty list, or one that Go has not filled', of('GET', tags, 200, null)],
    ['with an empty text that Harbor sends, too', of('GET', '/systeminfo', 200, { banner_message: '' })],
    ['without a body where there is none', of('DELETE', '/projects/p', 200)],
    ['that refuses as any operation may', of('DELETE', '/projects/p', 401, {})],
    ['that refuses as this one may', of('DELETE', '/projects/p', 412, {})],
    [
      'with a field of our own that is known',
      of('GET', '/configurations', 200, { read_only: { value: true, editable: true, in_effect: false } }),
    ],
  ])('%s passes', (_, differences) => {
    expect(differences).toEqual([])
  })

  it.each([
    ['has a field more', of('GET', tags, 200, [{ ...tag, colour: 'red' }]), 'listTags[0].colour is no field'],
    ['has another type', of('GET', tags, 200, [{ ...tag, id: '1' }]), 'listTags[0].id is no integer'],
    ['has a time of another form', of('GET', tags, 200, [{ ...tag, push_time: 'now' }]), 'push_time is no time'],
    ['has null for what is left out', of('GET', tags, 200, [{ ...tag, name: null }]), 'name is empty'],
    [
      'has an empty text for what is left out',
      of('GET', '/labels/1', 200, { description: '' }),
      'description is empty',
    ],
    ['has null for a word', of('GET', '/systeminfo', 200, { banner_message: null }), 'banner_message is no string'],
    ['is no list', of('GET', tags, 200, tag), 'listTags is no list'],
    ['lacks what is always there', of('GET', '/projects', 200, [{ name: 'p' }]), 'repo_count is missing'],
    ['has a status of its own', of('POST', '/projects', 202), 'createProject never answers 202'],
    ['refuses with a status of its own', of('GET', '/projects', 409, {}), 'never answers 409'],
    ['has a body where there is none', of('DELETE', '/projects/p', 200, {}), 'without a body'],
    [
      'is told by the path that is written out',
      of('GET', '/users/current', 200, { user_id: 'x' }),
      'getCurrentUserInfo',
    ],
  ])('that %s does not', (_, differences, fault) => {
    expect(differences?.join('\n')).toContain(fault)
  })

  it('of an operation that Harbor does not have is not its concern', () => {
    expect(of('GET', '/projects/p/repositories/a/deleted', 200, 5)).toBeUndefined()
  })
})
