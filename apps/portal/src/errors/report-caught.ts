import { isNotFound } from './is-not-found'

/** For what a page threw and the page of errors caught: a fault goes to the console. That something does not exist is none, and its page says so. */
export function reportCaught(error: unknown): void {
  if (!isNotFound(error)) console.error(error)
}
