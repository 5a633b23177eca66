import { errorTable } from '@berth/contracts'
import { expect, test } from 'vitest'
import { bundle as english } from './en-us'
import { featureTexts } from './feature-texts'
import type { Language } from './languages'
import { bundle as chinese } from './zh-cn'

type Tree = { [key: string]: string | Tree }

/** Every text by its full key, plural forms under one. */
function flatten(tree: Tree, prefix = ''): Map<string, string[]> {
  const texts = new Map<string, string[]>()
  for (const [key, value] of Object.entries(tree)) {
    const entries =
      typeof value === 'string'
        ? [[`${prefix}${key}`.replace(/_(one|other)$/, ''), [value]] as const]
        : flatten(value, `${prefix}${key}.`)
    for (const [name, found] of entries) texts.set(name, [...(texts.get(name) ?? []), ...found])
  }
  return texts
}

const placeholders = (texts: string[] | undefined) =>
  [...new Set((texts ?? []).flatMap((text) => text.match(/{{\w+}}|<\w+>/g) ?? []))]
    .filter((name) => name !== '{{count}}')
    .toSorted()

const features = Object.values(featureTexts)
const ofFeatures = async (language: Language) =>
  Object.assign({}, ...(await Promise.all(features.map(async (texts) => (await texts[language]()).default)))) as Tree
const en = flatten({ ...(english.texts as Tree), ...(await ofFeatures('en-US')) })
const zh = flatten({ ...(chinese.texts as Tree), ...(await ofFeatures('zh-CN')) })

test('every text is there in both languages', () => {
  expect([...zh.keys()].toSorted()).toEqual([...en.keys()].toSorted())
  for (const texts of [en, zh])
    expect([...texts].filter(([, forms]) => forms.some((text) => text.trim() === ''))).toEqual([])
})

test('both languages of a text say the same things', () => {
  for (const [key, forms] of en) expect([key, placeholders(zh.get(key))]).toEqual([key, placeholders(forms)])
})

test('each error code of the server has words of the portal in both languages', () => {
  const codes = new Set(Object.values(errorTable).map(({ code }) => code))
  for (const code of codes) {
    expect(en.has(`errors.codes.${code}`), code).toBe(true)
    expect(zh.has(`errors.codes.${code}`), code).toBe(true)
  }
})

test('Chinese texts use Chinese punctuation', () => {
  const halfWidth = /[\u4E00-\u9FFF][,:;?!](?![\w/])/
  expect([...zh.values()].flat().filter((text) => halfWidth.test(text))).toEqual([])
})

test('Chinese texts tell the registry and a repository apart', () => {
  const named = (word: RegExp) =>
    [...en].filter(([, forms]) => forms.some((text) => word.test(text.replaceAll(/{{\w+}}/g, '')))).map(([key]) => key)
  const wordsOf = (key: string) => zh.get(key) ?? []
  const ofRegistry = named(/\bregistry\b/i)
  const ofRepositories = named(/\brepositor(y|ies)\b/i)
  expect(ofRegistry.length * ofRepositories.length).toBeGreaterThan(0)
  // 镜像仓库 is a repository, and 镜像仓库服务 or 服务 the registry.
  const service = '镜像仓库服务'
  expect(ofRegistry.flatMap(wordsOf).filter((text) => text.replaceAll(service, '').includes('仓库'))).toEqual([])
  expect(
    ofRepositories.flatMap(wordsOf).filter((text) => text.includes(service) || /(?<!镜像)仓库/.test(text)),
  ).toEqual([])
})
