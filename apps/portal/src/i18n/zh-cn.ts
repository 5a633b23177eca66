import antd from 'antd/es/locale/zh_CN'
import texts from '../locales/zh-CN.json'
import type { LanguageBundle } from './languages'

export const bundle: LanguageBundle = { texts, antd }
