import type { Texts } from './en-us'
import type { LaterTexts } from './en-us-later'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    returnNull: false
    resources: { translation: Texts & LaterTexts }
  }
}
