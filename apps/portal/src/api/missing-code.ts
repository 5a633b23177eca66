import { reloadOnce } from '../browser/reload-once'
import { ApiError } from './api-error'

/** Code of the portal did not come, because its server cannot be reached. The browser asks for it again only in a new page. */
export class CodeAwayError extends ApiError {
  constructor() {
    super({ status: 0, code: 'UNREACHABLE' })
  }
}

/** Milliseconds for the new page to come; whoever writes into a form may have chosen to stay. */
const LEAVING = 10_000
/** Milliseconds for the server to answer. */
const PATIENCE = 10_000

/** Whether there would be a page: without one, the browser's own error page would take the portal's place for good. */
async function isServed(): Promise<boolean> {
  const asked = { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) } as const
  const answer = await fetch(window.location.origin, asked).catch(() => undefined)
  return answer?.ok === true
}

async function findWhy(cause: unknown): Promise<Error> {
  if (!(await isServed())) return new CodeAwayError()
  // After an upgrade, files that this page still wants are gone: the new page knows the new ones.
  if (reloadOnce()) await new Promise((resolve) => setTimeout(resolve, LEAVING))
  return new Error('The portal lacks a file of its own.', { cause })
}

let finding: Promise<Error> | undefined

/** Loads the page anew where that may bring code that did not come. @returns why the code is missing, if the page stays */
export function whyMissing(cause: unknown): Promise<Error> {
  finding ??= findWhy(cause).finally(() => {
    finding = undefined
  })
  return finding
}

/** As `load`, but what does not come is told as what it is. */
export async function loadCode<Code>(load: () => Promise<Code>): Promise<Code> {
  try {
    return await load()
  } catch (error) {
    throw await whyMissing(error)
  }
}

/** Loads the page anew as soon as there is one. */
export async function reloadIfServed(): Promise<void> {
  if (await isServed()) window.location.reload()
}
