import type { Locale } from 'antd/es/locale'
import { createInstance } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { remember, remembered } from '../browser/remembered'
import type { Texts } from './en-us'
import { closestLanguage, type Language, languages, loadBundle, loadLater } from './languages'

export const i18n = createInstance()

const storageKey = 'berth-language'
const antdLocales = new Map<string, Locale>()

/** The component library's own texts in `language`; undefined until the language is loaded. */
export function antdLocale(language: string): Locale | undefined {
  return antdLocales.get(language)
}

/** Whether the portal has its own words for an error code of the server. */
export function hasErrorText(code: string): code is keyof Texts['errors']['codes'] {
  return i18n.exists(`errors.codes.${code}`)
}

let wantsLater = false
const hasLater = new Set<Language>()

async function load(language: Language): Promise<void> {
  if (!i18n.hasResourceBundle(language, 'translation')) {
    const { texts, antd } = await loadBundle[language]()
    i18n.addResourceBundle(language, 'translation', texts)
    antdLocales.set(language, antd)
  }
  if (!wantsLater || hasLater.has(language)) return
  i18n.addResourceBundle(language, 'translation', await loadLater[language](), true)
  hasLater.add(language)
}

/** Resolves once the texts of pages that are opened seldom are there: to be waited for by the routes of these. */
export async function laterTexts(): Promise<void> {
  wantsLater = true
  await load(languages.find((known) => known === i18n.language) ?? wantedLanguage())
}

/** The code of a page or drawer that is opened seldom, once its texts are there as well. */
export async function withTexts<Page>(page: Promise<Page>): Promise<Page> {
  await laterTexts()
  return page
}

async function show(language: Language): Promise<void> {
  await load(language)
  await i18n.changeLanguage(language)
  document.documentElement.lang = language
}

/** The remembered choice, else what the browser prefers. */
function wantedLanguage(): Language {
  return closestLanguage(remembered(storageKey) ?? navigator.language)
}

/** The language shown; while its texts are on their way, the one that will be. */
export function readersLanguage(): string {
  return i18n.resolvedLanguage ?? wantedLanguage()
}

/** Resolves once the texts of the reader's language are there. */
export async function startI18n(): Promise<void> {
  if (!i18n.isInitialized)
    await i18n.use(initReactI18next).init({
      supportedLngs: [...languages],
      fallbackLng: false,
      resources: {},
      interpolation: { escapeValue: false },
    })
  await show(wantedLanguage())
}

/** Switches at once and remembers the choice in this browser. */
export async function chooseLanguage(language: Language): Promise<void> {
  remember(storageKey, language)
  await show(language)
}
