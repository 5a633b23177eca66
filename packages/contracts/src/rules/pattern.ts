/** What reads a character, and where that leads. Without `reads` nothing is read. */
interface Edge {
  readonly to: number
  readonly reads?: (character: string) => boolean
}

/** Edges of each state. The first state begins, the last one is the end. */
type Automaton = readonly (readonly Edge[])[]

const MAX_LENGTH = 255
const notSlash = (character: string) => character !== '/'
const isSlash = (character: string) => character === '/'
const anything = () => true

class BadPattern extends Error {}

/** Reads a pattern from left to right. */
class Reader {
  readonly #characters: readonly string[]
  readonly #states: Edge[][] = [[]]
  #at = 0

  constructor(pattern: string) {
    this.#characters = [...pattern]
  }

  read(): Automaton {
    const end = this.#sequence(0, false)
    // So that the end is the last state.
    if (end !== this.#states.length - 1) this.#connect(end, this.#state())
    return this.#states
  }

  #state(): number {
    return this.#states.push([]) - 1
  }

  #connect(from: number, to: number, reads?: Edge['reads']): number {
    this.#states[from]?.push({ to, ...(reads && { reads }) })
    return to
  }

  /** From a state to a new one, which reads as much as it likes. */
  #loop(from: number, reads: (character: string) => boolean): number {
    const state = this.#connect(from, this.#state())
    return this.#connect(state, state, reads)
  }

  #next(): string {
    const character = this.#characters[this.#at]
    if (character === undefined) throw new BadPattern()
    this.#at += 1
    return character
  }

  #take(text: string): boolean {
    const isThere = [...text].every((character, index) => this.#characters[this.#at + index] === character)
    if (isThere) this.#at += text.length
    return isThere
  }

  /** @returns the state at its end */
  #sequence(from: number, isAlternative: boolean): number {
    let state = from
    let isStart = true
    while (this.#at < this.#characters.length) {
      const next = this.#characters[this.#at] ?? ''
      if (isAlternative && (next === ',' || next === '}')) return state
      if (next === '*') state = this.#stars(state, isStart)
      else if (this.#take('?')) state = this.#connect(state, this.#state(), notSlash)
      else if (this.#take('{')) state = this.#alternatives(state)
      else if (this.#take('[')) state = this.#connect(state, this.#state(), this.#class())
      else {
        this.#take('\\')
        const character = this.#next()
        state = this.#connect(state, this.#state(), (other) => other === character)
      }
      isStart = next === '/'
    }
    return state
  }

  #stars(from: number, isStart: boolean): number {
    let count = 0
    while (this.#take('*')) count += 1
    const next = this.#characters[this.#at] ?? '/'
    if (count !== 2 || !isStart || !['/', ',', '}'].includes(next)) return this.#loop(from, notSlash)
    const crossing = this.#loop(from, anything)
    if (!this.#take('/')) return crossing
    // Also no folder at all.
    return this.#connect(from, this.#connect(crossing, this.#state(), isSlash))
  }

  #alternatives(from: number): number {
    const end = this.#state()
    do this.#connect(this.#sequence(this.#connect(from, this.#state()), true), end)
    while (this.#take(','))
    if (!this.#take('}')) throw new BadPattern()
    return end
  }

  #class(): (character: string) => boolean {
    const isNegated = this.#take('^') || this.#take('!')
    const ranges: (readonly [string, string])[] = []
    while (!this.#take(']')) {
      this.#take('\\')
      const first = this.#next()
      if (this.#take('-')) {
        this.#take('\\')
        ranges.push([first, this.#next()])
      } else ranges.push([first, first])
    }
    if (ranges.length === 0) throw new BadPattern()
    return (character) =>
      notSlash(character) && ranges.some(([first, last]) => first <= character && character <= last) !== isNegated
  }
}

function read(pattern: string): Automaton | undefined {
  if (pattern === '' || pattern.length > MAX_LENGTH) return undefined
  try {
    return new Reader(pattern).read()
  } catch (error) {
    if (error instanceof BadPattern) return undefined
    throw error
  }
}

/** Adds a state, and those that are reached from it for nothing. */
function reach(automaton: Automaton, state: number, reached: Set<number>): void {
  const open = [state]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next)) continue
    reached.add(next)
    for (const { to, reads } of automaton[next] ?? []) if (!reads) open.push(to)
  }
}

/** Is it a pattern: at most 255 characters, and each bracket and brace closed? */
export function isPattern(text: string): boolean {
  return read(text) !== undefined
}

/**
 * Does a name match a pattern as Harbor writes them (doublestar)? `*` and `?` stay within a part of a name; `**`, alone between slashes,
 * crosses them; `[a-z]`, `[^a]`; `{a,b}`; a backslash takes the next character as it is. All ways through the pattern are gone side by
 * side, so that no pattern takes more than its length times that of the name. What is no pattern matches nothing.
 */
export function matchesPattern(pattern: string, name: string): boolean {
  const automaton = read(pattern)
  if (!automaton) return false
  let states = new Set<number>()
  reach(automaton, 0, states)
  for (const character of name) {
    const after = new Set<number>()
    for (const state of states) {
      for (const { to, reads } of automaton[state] ?? []) if (reads?.(character)) reach(automaton, to, after)
    }
    states = after
  }
  return states.has(automaton.length - 1)
}
