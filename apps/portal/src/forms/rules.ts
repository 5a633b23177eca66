import { isEmail, isProjectName, isRealname, isRobotName, isUsername, passwordFault } from '@berth/contracts'
import type { TFunction } from 'i18next'
import type { Rule } from 'antd/es/form'

/** Says `message` of what is entered and does not hold; an empty field is for a rule of its own. */
export function must(holds: (text: string) => boolean, message: string): Rule {
  return {
    validator: (_rule, value: string | undefined) =>
      value === undefined || value === '' || holds(value) ? Promise.resolve() : Promise.reject(new Error(message)),
  }
}

export function projectNameRules(t: TFunction): Rule[] {
  return [{ required: true, message: t('project.nameRequired') }, must(isProjectName, t('project.nameRule'))]
}

export function usernameRules(t: TFunction): Rule[] {
  return [{ required: true, message: t('form.usernameRequired') }, must(isUsername, t('form.usernameRule'))]
}

export function robotNameRules(t: TFunction): Rule[] {
  return [{ required: true, message: t('form.robotNameRequired') }, must(isRobotName, t('form.robotNameRule'))]
}

export function emailRules(t: TFunction): Rule[] {
  return [must((text) => isEmail(text.trim()), t('form.emailRule'))]
}

export function realnameRules(t: TFunction): Rule[] {
  return [must(isRealname, t('form.realnameRule'))]
}

export function newPasswordRules(t: TFunction): Rule[] {
  return [
    { required: true, message: t('password.required') },
    must((password) => passwordFault(password) === undefined, t('password.weak')),
  ]
}

/** For the field below `field`, which must say the same. */
export function repeatedPasswordRule(t: TFunction, field: string): Rule {
  return ({ getFieldValue }) => ({
    validator: (_rule, value: string | undefined) =>
      value === getFieldValue(field) ? Promise.resolve() : Promise.reject(new Error(t('password.different'))),
  })
}
