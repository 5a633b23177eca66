import { type ComponentType, lazy, Suspense, useState } from 'react'
import { loadCode } from '../api/missing-code'

/** A part of a page whose code is loaded when it is shown for the first time. */
export const lazyPart = <Props,>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => ({ default: await loadCode(load) }))

/** What a page does without where its code does not come. */
export const lazyExtra = <Props,>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => ({ default: await load().catch((): ComponentType<Props> => () => null) }))

/**
 * A drawer or dialog whose code is loaded when it opens for the first time. It stays after that, so that it can close
 * as it came.
 */
export function onDemand<Props extends { open: boolean }>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const Loaded = lazyPart(load)
  return function OnDemand(props: Props) {
    const [isWanted, setWanted] = useState(props.open)
    if (props.open && !isWanted) setWanted(true)
    return isWanted ? (
      <Suspense fallback={null}>
        <Loaded {...props} />
      </Suspense>
    ) : null
  }
}
