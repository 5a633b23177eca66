import type { TFunction } from 'i18next'
import type { Rule } from 'antd/es/form'

/** bcrypt reads no more than this; the server refuses longer passwords instead of cutting them silently. */
const maxBytes = 72

function isStrongPassword(password: string): boolean {
  const fits = password.length >= 8 && new TextEncoder().encode(password).length <= maxBytes
  return fits && /[a-z]/.test(password) && /[A-Z]/.test(password) && /\d/.test(password)
}

export function newPasswordRules(t: TFunction): Rule[] {
  return [
    { required: true, message: t('password.required') },
    {
      validator: (_rule, value: string | undefined) =>
        value === undefined || value === '' || isStrongPassword(value)
          ? Promise.resolve()
          : Promise.reject(new Error(t('password.rule'))),
    },
  ]
}

/** For the field below `field`, which must say the same. */
export function repeatedPasswordRule(t: TFunction, field: string): Rule {
  return ({ getFieldValue }) => ({
    validator: (_rule, value: string | undefined) =>
      value === getFieldValue(field) ? Promise.resolve() : Promise.reject(new Error(t('password.different'))),
  })
}
