import { parseRepositoryName } from '@berth/oci'
import { expect, it } from 'vitest'
import { createLogger } from '@berth/telemetry'
import { buildServer } from '../server.js'
import { memoryServices } from '../testing/memory-services.js'
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

it('is sent in whatever language the realm is named', async () => {
  const authenticator = { identify: async () => undefined, challenge: () => 'Basic realm="泊位"' }
  const services = memoryServices({}, { authenticator })
  const answer = await buildServer(services, createLogger({ service: 'registry', level: 'error' })).inject('/v2/')
  expect(answer.statusCode).toBe(401)
  expect(String(Buffer.from(String(answer.headers['www-authenticate']), 'latin1'))).toBe('Basic realm="泊位"')
})
