import type { FastifyRequest } from 'fastify'
import { expect, it } from 'vitest'
import { actorOf, anonymous } from './subject.js'

const request = (subject?: object) => ({ ip: '192.0.2.1', id: 'r1', subject }) as unknown as FastifyRequest
const from = { address: '192.0.2.1', requestId: 'r1' }

it('is written down with who it was and from where; nobody has no id', () => {
  expect(actorOf(request({ ...anonymous, kind: 'robot', id: 5, name: 'ci' }))).toEqual({
    kind: 'robot',
    id: 5,
    name: 'ci',
    ...from,
  })
  for (const nobody of [anonymous, undefined])
    expect(actorOf(request(nobody))).toEqual({ kind: 'anonymous', name: '', ...from })
})
