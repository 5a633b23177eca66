import { BadRequestException, NotFoundException } from '@nestjs/common'
import { UserError } from '@berth/contracts'
import { DatabaseUnavailableError } from '@berth/database'
import { DistributionError, type ErrorCode, distributionErrors } from '@berth/oci'
import { describe, expect, it } from 'vitest'
import { toBerthError } from './to-berth-error.js'

const failing = (properties: object) => Object.assign(new Error('failed'), properties)

describe('toBerthError', () => {
  it.each([
    [new UserError('FORBIDDEN', { right: 'x', roles: 'y' }), 'FORBIDDEN'],
    [failing({ code: 'ECONNREFUSED', syscall: 'connect' }), 'DATABASE_UNAVAILABLE'],
    [failing({ driverError: failing({ code: '57P01' }) }), 'DATABASE_UNAVAILABLE'],
    [new DatabaseUnavailableError(new Error('away')), 'DATABASE_UNAVAILABLE'],
    [new DatabaseUnavailableError(failing({ code: '53100' })), 'DATABASE_FULL'],
    [failing({ driverError: failing({ code: '53100' }) }), 'DATABASE_FULL'],
    [failing({ code: '23505', constraint: 'x' }), 'CONFLICT'],
    [failing({ code: '23503', constraint: 'x' }), 'CONFLICT'],
    [failing({ code: '2201B' }), 'PATTERN_TOO_COMPLEX'],
    [new NotFoundException(), 'NOT_FOUND'],
    [new BadRequestException('odd'), 'BAD_REQUEST'],
    [Object.assign(new SyntaxError('json'), { statusCode: 400 }), 'MALFORMED_BODY'],
    [new BadRequestException('Body is not valid JSON but content-type is set to ...'), 'MALFORMED_BODY'],
    [failing({ statusCode: 413 }), 'BODY_TOO_LARGE'],
    [failing({ statusCode: 415 }), 'UNSUPPORTED_MEDIA_TYPE'],
    [new TypeError('x is undefined'), 'INTERNAL'],
    ['a string', 'INTERNAL'],
  ])('%# is %s', (thrown, reason) => {
    expect(toBerthError(thrown).reason).toBe(reason)
  })

  it('takes a refusal of the layers below for its row, with its text', () => {
    const error = toBerthError(new DistributionError('MANIFEST_BLOB_UNKNOWN', 'the repository does not hold sha256:1'))
    expect(error).toMatchObject({ reason: 'MANIFEST_BLOB_UNKNOWN', entry: { kind: 'user', status: 412 } })
    expect(error.textIn('zh')).toBe('清单引用了其镜像仓库中没有的内容：the repository does not hold sha256:1')
  })

  it.each(Object.keys(distributionErrors) as ErrorCode[])('keeps the kind of %s', (code) => {
    const { entry, message } = toBerthError(new DistributionError(code))
    expect(entry.kind).toBe(distributionErrors[code].kind)
    expect(message).not.toContain('{')
  })

  it('shows nothing of a bug', () => {
    expect(toBerthError(new TypeError('secret path')).message).toBe('internal server error')
  })
})
