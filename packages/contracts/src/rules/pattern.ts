import { type PatternPart, readPattern } from './pattern-parts.js'

/** What reads a character, and where that leads. Without `reads` nothing is read. */
interface Edge {
  readonly to: number
  readonly reads?: (character: string) => boolean
}

const notSlash = (character: string) => character !== '/'
const isSlash = (character: string) => character === '/'
const anything = () => true

/** All ways through a pattern: edges of each state. The first state begins, the last one is the end. */
class Automaton {
  readonly states: Edge[][] = [[]]

  constructor(parts: readonly PatternPart[]) {
    const end = this.#sequence(parts, 0)
    // So that the end is the last state.
    if (end !== this.states.length - 1) this.#connect(end, this.#state())
  }

  #state(): number {
    return this.states.push([]) - 1
  }

  #connect(from: number, to: number, reads?: Edge['reads']): number {
    this.states[from]?.push({ to, ...(reads && { reads }) })
    return to
  }

  #step(from: number, reads: (character: string) => boolean): number {
    return this.#connect(from, this.#state(), reads)
  }

  /** From a state to a new one, which reads as much as it likes. */
  #loop(from: number, reads: (character: string) => boolean): number {
    const state = this.#connect(from, this.#state())
    return this.#connect(state, state, reads)
  }

  /** @returns the state at its end */
  #sequence(parts: readonly PatternPart[], from: number): number {
    return parts.reduce((state, part) => this.#part(part, state), from)
  }

  #part(part: PatternPart, from: number): number {
    switch (part.kind) {
      case 'sign':
        return this.#step(from, (character) => character === part.sign)
      case 'one':
        return this.#step(from, notSlash)
      case 'some':
        return this.#loop(from, notSlash)
      case 'across': {
        const crossing = this.#loop(from, anything)
        // Also no folder at all.
        return part.slash ? this.#connect(from, this.#connect(crossing, this.#state(), isSlash)) : crossing
      }
      case 'class': {
        const isIn = (character: string) => part.ranges.some(([first, last]) => first <= character && character <= last)
        return this.#step(from, (character) => notSlash(character) && isIn(character) !== part.negated)
      }
      case 'either': {
        const end = this.#state()
        for (const way of part.ways) this.#connect(this.#sequence(way, this.#connect(from, this.#state())), end)
        return end
      }
    }
  }
}

/** Adds a state, and those that are reached from it for nothing. */
function reach({ states }: Automaton, state: number, reached: Set<number>): void {
  const open = [state]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next)) continue
    reached.add(next)
    for (const { to, reads } of states[next] ?? []) if (!reads) open.push(to)
  }
}

/** Is it a pattern: at most 255 characters, and each bracket and brace closed? */
export function isPattern(text: string): boolean {
  return readPattern(text) !== undefined
}

/**
 * Does a name match a pattern as Harbor writes them (doublestar)? `*` and `?` stay within a part of a name; `**`, alone between slashes,
 * crosses them; `[a-z]`, `[^a]`; `{a,b}`; a backslash takes the next character as it is. All ways through the pattern are gone side by
 * side, so that no pattern takes more than its length times that of the name. What is no pattern matches nothing.
 */
export function matchesPattern(pattern: string, name: string): boolean {
  const parts = readPattern(pattern)
  if (!parts) return false
  const automaton = new Automaton(parts)
  let states = new Set<number>()
  reach(automaton, 0, states)
  for (const character of name) {
    const after = new Set<number>()
    for (const state of states) {
      for (const { to, reads } of automaton.states[state] ?? []) if (reads?.(character)) reach(automaton, to, after)
    }
    states = after
  }
  return states.has(automaton.states.length - 1)
}
