import { findMatch } from './pattern.js'

/** The most rules of a kind that a project has, as Harbor has it. */
export const MOST_RULES = 15

/** Which names a rule is about: those that match a pattern, or all that do not. */
export interface NameSelector {
  readonly pattern: string
  readonly excludes: boolean
}

/** What a rule about tags is about: tags, in repositories that are named without their project. */
export interface TagSelectors {
  readonly repositories: NameSelector
  readonly tags: NameSelector
}

/** @param given as clients write it: one alone, for its schema has seen to that */
export function readSelector([given]: readonly {
  readonly decoration: string
  readonly pattern: string
}[]): NameSelector {
  if (!given) throw new Error('a rule has no selector')
  return { pattern: given.pattern, excludes: given.decoration.toLowerCase().endsWith('excludes') }
}

/** Is a rule about this name? About every name, where its pattern cannot be understood. */
export function selects({ pattern, excludes }: NameSelector, name: string): boolean {
  const matches = findMatch(pattern, name)
  return matches === undefined || matches !== excludes
}

const shown = ({ pattern, excludes }: NameSelector) => `${excludes ? 'all but ' : ''}${pattern}`

/** A rule as people meet it in refusals and in the audit log: `team/** : v*`. */
export function selectorsText({ repositories, tags }: TagSelectors): string {
  return `${shown(repositories)} : ${shown(tags)}`
}
