import picomatch from 'picomatch'

/**
 * Letters of names and tags, `/`, and the wildcards `*`, `**`, `?`. Matching tries every way in which the stars can divide a name, so that
 * each further star costs 255 times as much.
 */
const FORM = /^[A-Za-z0-9._/?-]*(?:\*+[A-Za-z0-9._/?-]*){0,3}$/
const MAX_LENGTH = 256

/** Is it a pattern that can be matched in bounded time: at most 256 characters, three runs of stars? */
export function isPattern(text: string): boolean {
  return text.length > 0 && text.length <= MAX_LENGTH && FORM.test(text)
}

/** Does one of the patterns match? `*` stays within a part of a name, `**` crosses them. What is no pattern matches nothing. */
export function matchesAny(patterns: readonly string[], name: string): boolean {
  return patterns.some((pattern) => isPattern(pattern) && picomatch.isMatch(name, pattern, { dot: true }))
}
