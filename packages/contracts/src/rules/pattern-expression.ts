import { type PatternPart, readPattern } from './pattern-parts.js'

/** Matches nothing. */
const NOTHING = '(?!a)a'

const escaped = (character: string) => (/[\p{L}\p{N}]/u.test(character) ? character : `\\${character}`)

const SLASH = 0x2f

/** The ranges of a class around the slash, which is in none; ranges that end before they begin hold nothing. */
function withoutSlash([first, last]: readonly [number, number]): (readonly [number, number])[] {
  const parts =
    first <= SLASH && SLASH <= last
      ? ([
          [first, SLASH - 1],
          [SLASH + 1, last],
        ] as const)
      : ([[first, last]] as const)
  return parts.filter(([from, to]) => from <= to)
}

const escapedCode = (code: number) => escaped(String.fromCodePoint(code))

function classOf({ negated, ranges }: Extract<PatternPart, { kind: 'class' }>): string {
  const inner = ranges
    .flatMap(withoutSlash)
    .map(([first, last]) => (first === last ? escapedCode(first) : `${escapedCode(first)}-${escapedCode(last)}`))
    .join('')
  if (negated) return `[^/${inner}]`
  return inner === '' ? NOTHING : `[${inner}]`
}

function expressionOf(part: PatternPart): string {
  switch (part.kind) {
    case 'sign':
      return escaped(part.sign)
    case 'one':
      return '[^/]'
    case 'some':
      return '[^/]*'
    case 'across':
      return part.slash ? '(?:.*/)?' : '.*'
    case 'class':
      return classOf(part)
    case 'either':
      return `(?:${part.ways.map((way) => way.map(expressionOf).join('')).join('|')})`
  }
}

const waysOf = (patterns: readonly string[]) =>
  patterns.map((pattern) => readPattern(pattern)?.map(expressionOf).join('') ?? NOTHING)

/** What `matchesPattern` takes as a whole, as a regular expression of PostgreSQL. */
export function wholePatternExpression(pattern: string): string {
  return `^(?:${waysOf([pattern]).join('')})$`
}

/**
 * Full names of repositories whose part behind the project `matchesPattern` takes for any of the patterns, as a regular expression of
 * PostgreSQL, so that a list finds what a rule is about. It is about the whole name, for there is an index of that.
 *
 * @param project absent: whichever
 */
export function patternExpression(patterns: readonly string[], project?: string): string {
  const ways = waysOf(patterns)
  const before = project === undefined ? '[^/]*' : [...project].map(escaped).join('')
  return `^${before}/(?:${ways.length === 0 ? NOTHING : ways.join('|')})$`
}
