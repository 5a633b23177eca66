import type { LanguageBundle } from './language-bundle'

export const languages = ['zh-CN', 'en-US'] as const
export type Language = (typeof languages)[number]

/** As those call it who read it. */
export const languageNames: Record<Language, string> = { 'zh-CN': '中文', 'en-US': 'English' }

/** Each language is a chunk of its own: a reader downloads only the one in use. */
export const loadBundle: Record<Language, () => Promise<LanguageBundle>> = {
  'zh-CN': async () => (await import('./zh-cn')).bundle,
  'en-US': async () => (await import('./en-us')).bundle,
}

/** Every Chinese variant reads zh-CN, everything else en-US. */
export function closestLanguage(tag: string): Language {
  return tag.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en-US'
}
