import type { FastifyReply, FastifyRequest } from 'fastify'
import { expect, it } from 'vitest'
import type { Identity } from '../auth/identity.js'
import { Exchange } from './exchange.js'
import type { Services } from './services.js'

const request = { id: 'r1', ip: '192.0.2.1', headers: {} } as FastifyRequest
const nobody: Identity = { subject: undefined, may: () => false, mentions: () => false, named: [] }
const actorOf = (identity: Partial<Identity>) =>
  new Exchange(
    {} as Services,
    request,
    {} as FastifyReply,
    { ...nobody, ...identity },
    new URLSearchParams(),
    {},
    false,
  ).actor

it('writes a change down to the user or robot that the credentials name, or to nobody', () => {
  const where = { address: '192.0.2.1', requestId: 'r1' }
  expect(actorOf({ subject: 'robot$dev+ci', caller: { kind: 'robot', id: 7, mark: 'ab' } })).toEqual({
    kind: 'robot',
    id: 7,
    name: 'robot$dev+ci',
    ...where,
  })
  expect(actorOf({ subject: 'alice' })).toEqual({ kind: 'user', name: 'alice', ...where })
  expect(actorOf({})).toEqual({ kind: 'anonymous', name: '', ...where })
})
