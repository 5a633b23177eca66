import { codeOf, type PatternPart, readPattern } from './pattern-parts.js'
import { isStorable } from './storable.js'

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
  private readonly states: Edge[][] = [[]]

  constructor(parts: readonly PatternPart[]) {
    const end = this.#sequence(parts, 0)
    // So that the end is the last state.
    if (end !== this.states.length - 1) this.#connect(end, this.#state())
  }

  takes(name: string): boolean {
    // Behind which character each state was reached last: those of one step are told from those of another without being cleared.
    const reachedAt = new Uint32Array(this.states.length)
    let step = 1
    let reached: number[] = []
    this.#reach(0, step, reached, reachedAt)
    for (const character of name) {
      step += 1
      const after: number[] = []
      for (const state of reached)
        for (const { to, reads } of this.states[state] ?? [])
          if (reads?.(character)) this.#reach(to, step, after, reachedAt)
      reached = after
    }
    return reachedAt.at(-1) === step
  }

  /** Adds a state, and those that are reached from it for nothing. */
  #reach(state: number, step: number, reached: number[], reachedAt: Uint32Array): void {
    if (reachedAt[state] === step) return
    reachedAt[state] = step
    reached.push(state)
    for (const { to, reads } of this.states[state] ?? []) if (!reads) this.#reach(to, step, reached, reachedAt)
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
        const isIn = (code: number) => part.ranges.some(([first, last]) => first <= code && code <= last)
        return this.#step(from, (character) => notSlash(character) && isIn(codeOf(character)) !== part.negated)
      }
      case 'either': {
        const end = this.#state()
        for (const way of part.ways) this.#connect(this.#sequence(way, this.#connect(from, this.#state())), end)
        return end
      }
    }
  }
}

/** Patterns that were read last: the same few are held against one name after the other. */
const known = new Map<string, Automaton>()
const MOST_KNOWN = 256

function automatonOf(pattern: string): Automaton | undefined {
  const before = known.get(pattern)
  if (before) return before
  const parts = isStorable(pattern) ? readPattern(pattern) : undefined
  if (!parts) return undefined
  const automaton = new Automaton(parts)
  const [oldest] = known.keys()
  if (oldest !== undefined && known.size >= MOST_KNOWN) known.delete(oldest)
  known.set(pattern, automaton)
  return automaton
}

/** Is it a pattern: at most 255 characters that can be kept, and each bracket and brace closed? */
export function isPattern(text: string): boolean {
  return isStorable(text) && readPattern(text) !== undefined
}

/**
 * Does a name match a pattern as Harbor writes them (doublestar)? `*` and `?` stay within a part of a name; `**`, alone between slashes,
 * crosses them; `[a-z]`, `[^a]`; `{a,b}`; a backslash takes the next character as it is. All ways through the pattern are gone side by
 * side, so that no pattern takes more than its length times that of the name. What is no pattern matches nothing.
 */
export function matchesPattern(pattern: string, name: string): boolean {
  return findMatch(pattern, name) ?? false
}

/** As {@link matchesPattern}; undefined for what is no pattern. */
export function findMatch(pattern: string, name: string): boolean | undefined {
  return automatonOf(pattern)?.takes(name)
}
