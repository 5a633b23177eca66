import { BadRequestException, NotFoundException } from '@nestjs/common'
import { UserError } from '@berth/contracts'
import { DatabaseUnavailableError } from '@berth/database'
import { describe, expect, it } from 'vitest'
import { toBerthError } from './to-berth-error.js'

const failing = (properties: object) => Object.assign(new Error('failed'), properties)

describe('toBerthError', () => {
  it.each([
    [new UserError('FORBIDDEN', { permission: 'x' }), 'FORBIDDEN'],
    [failing({ code: 'ECONNREFUSED', syscall: 'connect' }), 'DATABASE_UNAVAILABLE'],
    [failing({ driverError: failing({ code: '57P01' }) }), 'DATABASE_UNAVAILABLE'],
    [new DatabaseUnavailableError(new Error('away')), 'DATABASE_UNAVAILABLE'],
    [failing({ code: '23505', constraint: 'x' }), 'CONFLICT'],
    [new NotFoundException(), 'NOT_FOUND'],
    [new BadRequestException('odd'), 'BAD_REQUEST'],
    [Object.assign(new SyntaxError('json'), { statusCode: 400 }), 'MALFORMED_BODY'],
    [failing({ statusCode: 413 }), 'BODY_TOO_LARGE'],
    [failing({ statusCode: 415 }), 'UNSUPPORTED_MEDIA_TYPE'],
    [new TypeError('x is undefined'), 'INTERNAL'],
    ['a string', 'INTERNAL'],
  ])('%# is %s', (thrown, reason) => {
    expect(toBerthError(thrown).reason).toBe(reason)
  })

  it('shows nothing of a bug', () => {
    expect(toBerthError(new TypeError('secret path')).message).toBe('internal server error')
  })
})
