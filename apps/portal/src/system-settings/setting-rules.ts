import { isStorable } from '@berth/contracts'
import type { Rule } from 'antd/es/form'
import type { TFunction } from 'i18next'
import { must } from '../forms/rules'
import type { Setting } from './system-settings.queries'

/** What the server holds a value against, said before it is sent. */
export function settingRules(t: TFunction, { kind, minimum, maximum, max_length: maxLength }: Setting): Rule[] {
  if (kind === 'text') {
    return [
      must(isStorable, t('systemSettings.unreadable')),
      ...(maxLength === undefined
        ? []
        : [must((text) => text.length <= maxLength, t('systemSettings.tooLong', { max: maxLength }))]),
    ]
  }
  if (kind !== 'number') return []
  const isIn = (value: number) => Number.isInteger(value) && value >= (minimum ?? value) && value <= (maximum ?? value)
  return [
    {
      validator: (_rule, value: number | null | undefined) =>
        typeof value === 'number' && isIn(value)
          ? Promise.resolve()
          : Promise.reject(new Error(t('systemSettings.outOfBounds', { min: minimum, max: maximum }))),
    },
  ]
}
