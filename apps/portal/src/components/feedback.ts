import type { App } from 'antd'

/** The library's messages, notifications and dialogs. */
export type Feedback = ReturnType<typeof App.useApp>

let isWanted = false
let current: Feedback | undefined
let waiting: ((feedback: Feedback) => void)[] = []
const listeners = new Set<() => void>()

/** Whether anybody has had something to say yet. */
export function isFeedbackWanted(): boolean {
  return isWanted
}

/** @returns what ends it */
export function onFeedbackWanted(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Called by the host as it comes and goes. */
export function offerFeedback(feedback: Feedback | undefined): void {
  current = feedback
  if (feedback === undefined) return
  for (const resolve of waiting) resolve(feedback)
  waiting = []
}

/** Loads what shows messages and dialogs the first time that there is something to say: no page needs it to be seen. */
export function feedback(): Promise<Feedback> {
  if (current !== undefined) return Promise.resolve(current)
  isWanted = true
  const promise = new Promise<Feedback>((resolve) => {
    waiting.push(resolve)
  })
  for (const listener of listeners) listener()
  return promise
}

/** Tells in passing that something went well. */
export function tell(text: string): void {
  void feedback().then(({ message }) => message.success(text))
}
