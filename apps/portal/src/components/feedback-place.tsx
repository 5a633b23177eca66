import { Suspense, useEffect, useSyncExternalStore } from 'react'
import { isFeedbackWanted, onFeedbackWanted } from './feedback'
import { lazyExtra } from './on-demand'

const loadHost = () => import('./feedback-host')
const Host = lazyExtra(async () => (await loadHost()).FeedbackHost)

/** The place of the messages; inside the theme and the language, once for the whole portal. */
export function FeedbackPlace() {
  // That the server cannot be reached is said by code that would have to come from there: it comes with the first touch.
  useEffect(() => {
    const load = () => void loadHost().catch(() => {})
    for (const type of ['pointerdown', 'keydown']) document.addEventListener(type, load, { once: true })
  }, [])
  const isNeeded = useSyncExternalStore(onFeedbackWanted, isFeedbackWanted)
  return isNeeded ? (
    <Suspense fallback={null}>
      <Host />
    </Suspense>
  ) : null
}
