import { isCron } from '@berth/contracts'
import type { TFunction } from 'i18next'
import type { Rule } from 'antd/es/form'
import { must } from '../forms/rules'

/** Beside the other rules it would bring a calendar library into every form. */
export function cronRules(t: TFunction): Rule[] {
  return [{ required: true, whitespace: true, message: t('runs.cronRequired') }, must(isCron, t('runs.cronRule'))]
}
