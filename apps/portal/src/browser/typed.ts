/** Whether each form that is open holds what its reader has typed, and nobody else has yet. */
const forms = new Set<() => boolean>()

/** @returns what ends it */
export function keepTyped(isTyped: () => boolean): () => void {
  forms.add(isTyped)
  return () => forms.delete(isTyped)
}

/** Whether a page that goes now takes with it what somebody has typed. */
export const isSomethingTyped = (): boolean => [...forms].some((isTyped) => isTyped())
