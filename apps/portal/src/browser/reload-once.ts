const storageKey = 'berth-reloaded'
/** Milliseconds in which a second reload would not help either. */
const pause = 60_000

/** Loads the page anew, but not again and again where that does not help. @returns whether it does */
export function reloadOnce(): boolean {
  try {
    const last = Number(sessionStorage.getItem(storageKey) ?? 0)
    if (Date.now() - last < pause) return false
    sessionStorage.setItem(storageKey, String(Date.now()))
  } catch {
    // Storage is blocked, and with it the memory of an earlier reload.
    return false
  }
  window.location.reload()
  return true
}
