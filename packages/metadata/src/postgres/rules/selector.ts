import { LRUCache } from 'lru-cache'
import picomatch from 'picomatch'

/** What a rule is about, as Harbor's rules say it: names that match a doublestar pattern, or all that do not. */
export interface Selector {
  readonly pattern: string
  readonly excludes: boolean
}

const compiled = new LRUCache<string, (name: string) => boolean>({ max: 1000 })

/** Doublestar takes parentheses as they are. Picomatch makes groups of a regular expression of them: `(a+)+b` then takes half a minute. */
const withoutGroups = (pattern: string) =>
  pattern.replaceAll(/\\.|[()|]/g, (part) => (part.length > 1 ? part : `\\${part}`))

/** Of doublestar: `*` and `?` within a segment, `**` across segments, `[a-z]`, `{a,b}`. A leading dot is a character as any other. */
export function matches({ pattern, excludes }: Selector, name: string): boolean {
  let isMatch = compiled.get(pattern)
  if (!isMatch) {
    isMatch = picomatch(withoutGroups(pattern), { dot: true, nonegate: true, noextglob: true, strictSlashes: true })
    compiled.set(pattern, isMatch)
  }
  return isMatch(name) !== excludes
}
