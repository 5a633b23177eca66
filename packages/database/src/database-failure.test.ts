import { describe, expect, it } from 'vitest'
import { DatabaseUnavailableError, readDatabaseFailure } from './database-failure.js'

const failing = (properties: object) => Object.assign(new Error('failed'), properties)

describe('readDatabaseFailure', () => {
  it('names the constraint of a unique or foreign-key violation, also inside TypeORM’s wrapper', () => {
    const violation = failing({ code: '23505', constraint: 'user_username' })
    expect(readDatabaseFailure(violation)).toEqual({ kind: 'unique', constraint: 'user_username' })
    expect(readDatabaseFailure(failing({ driverError: violation }))).toEqual({
      kind: 'unique',
      constraint: 'user_username',
    })
    expect(readDatabaseFailure(failing({ code: '23503', constraint: 'repository_project_id_fkey' }))).toMatchObject({
      kind: 'foreign-key',
    })
  })

  it.each([
    failing({ code: 'ECONNREFUSED', syscall: 'connect' }),
    failing({ code: '57P01' }),
    failing({ code: '53300' }),
    new Error('Connection terminated unexpectedly'),
    new Error('timeout exceeded when trying to connect'),
    new AggregateError([failing({ code: 'ECONNREFUSED', syscall: 'connect' })]),
  ])('knows a server that is not there (%#)', (error) => {
    expect(readDatabaseFailure(error)).toEqual({ kind: 'unavailable' })
  })

  it('tells a disk that is full, also inside TypeORM’s wrapper and of what a Database has translated', () => {
    const full = failing({ code: '53100' })
    for (const thrown of [full, failing({ driverError: full }), new DatabaseUnavailableError(full)])
      expect(readDatabaseFailure(thrown)).toEqual({ kind: 'unavailable', isDiskFull: true })
  })

  it('tells a deadlock as something to run again', () => {
    expect(readDatabaseFailure(failing({ code: '40P01' }))).toEqual({ kind: 'retry' })
  })

  it('tells a schema that is not there yet', () => {
    expect(readDatabaseFailure(failing({ code: '42P01' }))).toEqual({ kind: 'schema' })
  })

  it('reads what a Database has translated already', () => {
    expect(readDatabaseFailure(new DatabaseUnavailableError(failing({ code: '57014' })))).toEqual({
      kind: 'unavailable',
    })
  })

  it('leaves other errors alone', () => {
    expect(readDatabaseFailure(new TypeError('x is not a function'))).toBeUndefined()
    expect(readDatabaseFailure(failing({ code: 'ENOENT', syscall: 'open' }))).toBeUndefined()
    expect(readDatabaseFailure(undefined)).toBeUndefined()
  })
})
