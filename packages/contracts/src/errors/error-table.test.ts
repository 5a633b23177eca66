import { describe, expect, it } from 'vitest'
import { BugError, formatError, TransientError, UserError } from './berth-error.js'
import { errorTable, type ErrorReason } from './error-table.js'

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort()

describe('error table', () => {
  it.each(Object.keys(errorTable) as ErrorReason[])(
    '%s says the same with the same parameters in both languages',
    (reason) => {
      const { en, zh, status, kind } = errorTable[reason]
      expect(en).not.toBe('')
      expect(zh).toMatch(/[一-鿿]/)
      expect(placeholders(zh)).toEqual(placeholders(en))
      expect(kind === 'user').toBe(status >= 400 && status < 500)
    },
  )

  it('fills parameters in, and keeps the English text as the message', () => {
    const error = new UserError('PROJECT_NOT_FOUND', { project: 'dev' })
    expect(error.message).toBe('There is no project dev.')
    expect(formatError('PROJECT_NOT_FOUND', error.parameters, 'zh')).toBe('项目 dev 不存在。')
  })

  it('keeps the cause of transient errors and bugs', () => {
    const cause = new Error('ECONNREFUSED')
    expect(new TransientError('DATABASE_UNAVAILABLE', {}, { cause }).cause).toBe(cause)
    expect(new BugError(cause)).toMatchObject({ cause, message: 'internal server error' })
  })
})
