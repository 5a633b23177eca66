import { BusyError, InappropriateAuthError, InvalidCredentialsError, UnavailableError } from 'ldapts'
import { expect, test } from 'vitest'
import { isPassword } from './is-password.js'

const dn = 'uid=kim,dc=example'
const asks = (answer: () => void) => {
  const bind = async (...asked: unknown[]) => {
    expect(asked).toEqual([dn, 'a password'])
    answer()
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- nothing else is asked of the client
  return isPassword({ bind } as never, dn, 'a password')
}
const fails = (error: Error) =>
  asks(() => {
    throw error
  })

test('a password is one that the directory takes for the entry', async () => {
  expect(await asks(() => undefined)).toBe(true)
})

test.each([new InvalidCredentialsError(), new InappropriateAuthError()])('is none where it says no: %s', async (no) => {
  expect(await fails(no)).toBe(false)
})

test.each([new BusyError(), new UnavailableError(), new Error('connection reset')])(
  'is not decided where the directory cannot say: %s',
  async (error) => {
    await expect(fails(error)).rejects.toBe(error)
  },
)
