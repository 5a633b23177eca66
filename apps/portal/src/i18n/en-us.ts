import antd from 'antd/es/locale/en_US'
import texts from '../locales/en-US.json'
import type { LanguageBundle } from './languages'

export const bundle: LanguageBundle = { texts, antd }
