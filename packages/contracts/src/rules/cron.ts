import { nextRun } from '../jobs/next-run.js'

/** Whether a schedule may stand on this expression. */
export function isCron(text: string): boolean {
  try {
    nextRun(text, new Date())
    return true
  } catch {
    return false
  }
}
