import { parseRepositoryName } from '@berth/oci'
import { expect, it } from 'vitest'
import type { Action, Identity } from '../auth/identity.js'
import { withAlias } from './alias.js'

const [asked, name, other] = ['library/nginx', 'hub/library/nginx', 'dev/app'].map(parseRepositoryName)
if (!asked || !name || !other) throw new Error('These are names.')
const identity: Identity = {
  subject: 'alice',
  may: (scope) => scope.type === 'repository' && scope.name === asked,
  mentions: (of) => of === asked,
  named: [asked],
}
const on = (of: typeof name, ...actions: Action[]) => ({ type: 'repository', name: of, actions }) as const

it('says of the repository that answers what is said of the name that was asked for, of pulls alone', () => {
  const aliased = withAlias(identity, { name, asked })
  expect(aliased.may(on(name, 'pull'))).toBe(true)
  expect(aliased.may(on(name, 'pull', 'push'))).toBe(false)
  expect(aliased.may(on(other, 'pull'))).toBe(false)
})

it('is the same for the same name, so that what is known of it is found again', () => {
  const first = withAlias(identity, { name, asked })
  expect(withAlias(identity, { name, asked })).toBe(first)
  const second = withAlias(identity, { name: other, asked })
  expect(second).not.toBe(first)
  expect(second.may(on(other, 'pull'))).toBe(true)
  expect(second.may(on(name, 'pull'))).toBe(false)
})
