import { createContext, Script } from 'node:vm'
import { z } from 'zod'

const TIMEOUT_MS = 100
const script = new Script('const pattern = new RegExp(source); names.filter((name) => pattern.test(name))')

/**
 * The names that a regular expression finds something in. Some expressions take for ever on some names: they are stopped.
 * @returns undefined where it took too long
 */
export function matching(source: string, names: readonly string[]): string[] | undefined {
  try {
    return z.array(z.string()).parse(script.runInContext(createContext({ source, names }), { timeout: TIMEOUT_MS }))
  } catch {
    return undefined
  }
}
