/** What a pattern is made of, from left to right. */
export type PatternPart =
  /** This character. */
  | { readonly kind: 'sign'; readonly sign: string }
  /** `?`: one character within a part of a name. */
  | { readonly kind: 'one' }
  /** `*`: as many as there are. */
  | { readonly kind: 'some' }
  /** `**`: whatever comes; with its slash, whole parts of a name, or none. */
  | { readonly kind: 'across'; readonly slash: boolean }
  /** `[a-z]`, `[^a]`: never a slash. Ranges are of code points, the order in which PostgreSQL has characters, too. */
  | { readonly kind: 'class'; readonly negated: boolean; readonly ranges: readonly (readonly [number, number])[] }
  /** `{a,b}`. */
  | { readonly kind: 'either'; readonly ways: readonly (readonly PatternPart[])[] }

/** The place of a character in Unicode. */
export const codeOf = (character: string): number => character.codePointAt(0) ?? 0

const MAX_LENGTH = 255

class BadPattern extends Error {}

/** Reads a pattern from left to right. */
class Reader {
  readonly #characters: readonly string[]
  #at = 0

  constructor(pattern: string) {
    this.#characters = [...pattern]
  }

  sequence(isAlternative: boolean): PatternPart[] {
    const parts: PatternPart[] = []
    let isStart = true
    while (this.#at < this.#characters.length) {
      const next = this.#characters[this.#at] ?? ''
      if (isAlternative && (next === ',' || next === '}')) break
      const part = this.#part(next, isStart)
      isStart = (part.kind === 'sign' && part.sign === '/') || (part.kind === 'across' && part.slash)
      const before = parts.at(-1)
      // `**/**` reaches no further than `**`, and takes many times as long.
      if (part.kind === 'across' && before?.kind === 'across' && before.slash) parts.pop()
      parts.push(part)
    }
    return parts
  }

  #next(): string {
    const character = this.#characters[this.#at]
    if (character === undefined) throw new BadPattern()
    this.#at += 1
    return character
  }

  #take(text: string): boolean {
    const isThere = this.#characters[this.#at] === text
    if (isThere) this.#at += 1
    return isThere
  }

  #part(next: string, isStart: boolean): PatternPart {
    if (next === '*') return this.#stars(isStart)
    if (this.#take('?')) return { kind: 'one' }
    if (this.#take('{')) return this.#either()
    if (this.#take('[')) return this.#class()
    this.#take('\\')
    return { kind: 'sign', sign: this.#next() }
  }

  #stars(isStart: boolean): PatternPart {
    let count = 0
    while (this.#take('*')) count += 1
    const next = this.#characters[this.#at] ?? '/'
    if (count !== 2 || !isStart || !['/', ',', '}'].includes(next)) return { kind: 'some' }
    return { kind: 'across', slash: this.#take('/') }
  }

  #either(): PatternPart {
    const ways: PatternPart[][] = []
    do ways.push(this.sequence(true))
    while (this.#take(','))
    if (!this.#take('}')) throw new BadPattern()
    return { kind: 'either', ways }
  }

  #class(): PatternPart {
    const negated = this.#take('^') || this.#take('!')
    const ranges: (readonly [number, number])[] = []
    while (!this.#take(']')) {
      this.#take('\\')
      const first = codeOf(this.#next())
      if (this.#take('-')) {
        this.#take('\\')
        ranges.push([first, codeOf(this.#next())])
      } else ranges.push([first, first])
    }
    if (ranges.length === 0) throw new BadPattern()
    return { kind: 'class', negated, ranges }
  }
}

/** Undefined for what is no pattern. */
export function readPattern(pattern: string): readonly PatternPart[] | undefined {
  if (pattern === '' || pattern.length > MAX_LENGTH) return undefined
  try {
    return new Reader(pattern).sequence(false)
  } catch (error) {
    if (error instanceof BadPattern) return undefined
    throw error
  }
}
