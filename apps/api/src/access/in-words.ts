import type { Texts } from '@berth/contracts'

/** A refusal names no more than this: whoever reads it needs a few. */
const NAMED = 10

/** What a refusal names, one after the other: the first ones. */
export function inWords(titles: readonly Texts[]): Texts {
  const named = titles.slice(0, NAMED)
  const more = titles.length > NAMED ? [{ en: '…', zh: '…' }] : []
  const all: Texts[] = [...named, ...more]
  return { en: all.map(({ en }) => en).join(', '), zh: all.map(({ zh }) => zh).join('、') }
}
