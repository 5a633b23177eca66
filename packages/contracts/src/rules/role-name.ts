import { isRealname } from './identity.js'
import { builtInRoleTitles } from './role-title.js'

const taken = new Set(
  [...builtInRoleTitles].flatMap(([name, { en, zh }]) => [name, en, zh]).map((name) => name.toLowerCase()),
)

/** For a role of one's own: no name by which people know a built-in one. */
export function isRoleName(text: string): boolean {
  const folded = text.toLowerCase()
  return (
    text.length >= 1 &&
    text.length <= 64 &&
    text.trim() === text &&
    text.normalize('NFKC') === text &&
    isRealname(text) &&
    !taken.has(folded) &&
    !taken.has(folded.replaceAll(/[\s_-]/g, ''))
  )
}
