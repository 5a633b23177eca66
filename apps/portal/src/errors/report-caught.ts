import { isNotFound } from './is-not-found'

/** What a page threw and the page of errors caught: a fault goes to the console. That something does not exist is no fault, and has a page of its own. */
export function reportCaught(error: unknown): void {
  if (!isNotFound(error)) console.error(error)
}
