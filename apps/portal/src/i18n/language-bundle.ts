import type { Locale } from 'antd/es/locale'
import type { ResourceKey } from 'i18next'

export interface LanguageBundle {
  texts: ResourceKey
  /** The component library's own texts. */
  antd: Locale
}

/** The keys that a language has when `Tree` is English: Chinese has one form where English has a singular, too. */
export type SameTexts<Tree> = {
  readonly [Key in keyof Tree as Key extends `${string}_one` ? never : Key]: Tree[Key] extends string
    ? string
    : SameTexts<Tree[Key]>
}
