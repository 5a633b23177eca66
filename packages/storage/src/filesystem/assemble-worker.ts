import { parentPort } from 'node:worker_threads'
import { assemble } from './assemble.js'

export interface AssembleRequest {
  readonly sources: readonly string[]
  readonly algorithm: string
  readonly target?: string | undefined
}

/** `code` is the system's error code, which does not survive the way between threads as part of an error. */
export type AssembleAnswer = { readonly hex: string } | { readonly message: string; readonly code: string | undefined }

parentPort?.on('message', (request: AssembleRequest) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window's
  parentPort?.postMessage(answer(request))
})

function answer({ sources, algorithm, target }: AssembleRequest): AssembleAnswer {
  try {
    return { hex: assemble(sources, algorithm, target) }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
    return { message: String(error), code }
  }
}
