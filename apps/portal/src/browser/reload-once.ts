const storageKey = 'berth-reloaded'
/** Milliseconds in which a second reload would not help either. */
const pause = 60_000

/** Loads the page anew, but not again and again where that does not help. */
export function reloadOnce(): void {
  try {
    const last = Number(sessionStorage.getItem(storageKey) ?? 0)
    if (Date.now() - last < pause) return
    sessionStorage.setItem(storageKey, String(Date.now()))
  } catch {
    // Storage is blocked, and with it the memory of an earlier reload.
    return
  }
  window.location.reload()
}
