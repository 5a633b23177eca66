import type { TFunction } from 'i18next'
import type { Rule } from 'antd/es/form'

export function usernameRules(t: TFunction): Rule[] {
  return [
    { required: true, whitespace: true, message: t('user.usernameRequired') },
    { max: 255, pattern: /^[^,"~#%$\\/:;\s]+$/, message: t('user.usernameRule') },
  ]
}

export function emailRules(t: TFunction): Rule[] {
  return [
    { required: true, message: t('user.emailRequired') },
    { type: 'email', max: 255, message: t('user.emailRule') },
  ]
}
