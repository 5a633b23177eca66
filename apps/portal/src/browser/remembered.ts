/** What this browser keeps between visits. Storage may be blocked: a choice then lasts until the page is closed. */

export function remembered(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // Blocked or full: nothing depends on it.
  }
}
