import { lazy, Suspense, useSyncExternalStore } from 'react'
import { isFeedbackWanted, onFeedbackWanted } from './feedback'

const Host = lazy(async () => ({ default: (await import('./feedback-host')).FeedbackHost }))

/** The place of the messages; inside the theme and the language, once for the whole portal. */
export function FeedbackPlace() {
  const isNeeded = useSyncExternalStore(onFeedbackWanted, isFeedbackWanted)
  return isNeeded ? (
    <Suspense fallback={null}>
      <Host />
    </Suspense>
  ) : null
}
