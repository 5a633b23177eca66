import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const LANGUAGES = ['en-US', 'zh-CN'] as const
export type Language = (typeof LANGUAGES)[number]

const PORTAL = join(import.meta.dirname, '../../../apps/portal/src')

/** What the portal is to say in one language: the same files that it is built from. */
export class Texts {
  readonly #texts: unknown

  constructor(readonly language: Language) {
    const files = globSync(`*/*.${language}.json`, { cwd: PORTAL })
    this.#texts = Object.assign({}, ...files.map((file) => JSON.parse(readFileSync(join(PORTAL, file), 'utf8'))))
  }

  /**
   * @param key dotted, e.g. `signIn.submit`
   * @throws {Error} when the language has no such text
   */
  get(key: string, values: Readonly<Record<string, string>> = {}): string {
    const text = key.split('.').reduce(step, this.#texts)
    if (typeof text !== 'string') throw new Error(`The portal has no text ${key} in ${this.language}.`)
    return Object.entries(values).reduce((filled, [name, value]) => filled.replaceAll(`{{${name}}}`, value), text)
  }

  /**
   * The accessible name of a button or link. An icon's name may precede it, and antd puts a space between two lone Chinese
   * characters.
   */
  name(key: string, values: Readonly<Record<string, string>> = {}): RegExp {
    const text = this.get(key, values)
    const spaced = /^\p{Script=Han}{2}$/u.test(text) ? text.split('').join('\\s?') : RegExp.escape(text)
    return new RegExp(`(?:^|\\s)${spaced}$`, 'u')
  }
}

function step(node: unknown, name: string): unknown {
  return typeof node === 'object' && node !== null ? Reflect.get(node, name) : undefined
}
