import type { Locale } from 'antd/es/locale'
import { createInstance } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { remember, remembered } from '../browser/remembered'
import type { Texts } from './en-us'
import { type Feature, featureTexts } from './feature-texts'
import { closestLanguage, type Language, languages, loadBundle } from './languages'

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

const wanted = new Set<Feature>()

async function load(language: Language): Promise<void> {
  if (!i18n.hasResourceBundle(language, 'translation')) {
    const { texts, antd } = await loadBundle[language]()
    i18n.addResourceBundle(language, 'translation', texts, true)
    antdLocales.set(language, antd)
  }
  const isMissing = (feature: Feature) => !loaded[language].has(feature)
  await Promise.all([...wanted].filter(isMissing).map((feature) => add(feature, language)))
}

const loaded: Record<Language, Set<Feature>> = { 'zh-CN': new Set(), 'en-US': new Set() }

async function add(feature: Feature, language: Language): Promise<void> {
  const { default: texts } = await featureTexts[feature][language]()
  i18n.addResourceBundle(language, 'translation', texts, true)
  loaded[language].add(feature)
}

/** Resolves once the texts of these features are there; a change of the language brings them as well. */
async function loadTexts(...features: Feature[]): Promise<void> {
  for (const feature of features) wanted.add(feature)
  await load(languages.find((known) => known === i18n.language) ?? wantedLanguage())
}

/** The code of a page or drawer, once the texts of the features that it shows are there as well. */
export async function withTexts<Page>(page: Promise<Page>, ...features: Feature[]): Promise<Page> {
  const [code] = await Promise.all([page, loadTexts(...features)])
  return code
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
