import { expect, it } from 'vitest'
import { requireInPerson } from './require-in-person.js'
import { anonymous } from './subject.js'

const user = { ...anonymous, kind: 'user', id: 1 } as const

it('lets a user pass who has signed in, and nothing that acts for one', () => {
  expect(() => requireInPerson(user)).not.toThrow()
  const refused = [
    [{ ...user, credential: 7 }, 'TOKEN_LIMITED'],
    [{ ...user, kind: 'robot' }, 'USERS_ONLY'],
    [anonymous, 'USERS_ONLY'],
  ] as const
  for (const [subject, reason] of refused)
    expect(() => requireInPerson(subject)).toThrow(expect.objectContaining({ reason }))
})
