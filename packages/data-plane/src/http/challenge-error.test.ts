import { parseRepositoryName } from '@berth/oci'
import { expect, it } from 'vitest'
import { ChallengeError } from './challenge-error.js'

const push = (name: string) => [{ type: 'repository', name: parseRepositoryName(name), actions: ['push'] }] as const

it('says that the project is missing in a name, where there are projects', () => {
  expect(ChallengeError.lacking(push('httpd'), 'alice', true).message).toBe(
    'unauthorized to push httpd: user alice lacks the right; name the project as well: <project>/httpd',
  )
  const plain = 'lacks the right'
  expect(ChallengeError.lacking(push('dev/httpd'), 'alice', true).message).toMatch(new RegExp(`${plain}$`))
  expect(ChallengeError.lacking(push('httpd'), 'alice').message).toMatch(new RegExp(`${plain}$`))
})
