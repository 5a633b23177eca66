import type { Texts } from './en-us'
import type { FeatureTexts } from './feature-texts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    returnNull: false
    resources: { translation: Texts & FeatureTexts }
  }
}
