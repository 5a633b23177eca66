import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react'
import { loadCode } from '../api/missing-code'
import { MissingPart } from './missing-part'

type Load<Props> = () => Promise<ComponentType<Props>>

const lazyOr = <Props,>(load: Load<Props>, missing: (error: unknown) => ComponentType<Props>) =>
  lazy(async () => ({ default: await load().catch(missing) }))

/** A part of a page whose code is loaded when it is shown for the first time. */
export const lazyPart = <Props,>(load: Load<Props>) =>
  lazyOr<Props>(
    () => loadCode(load),
    (error) => () => <MissingPart error={error} />,
  )

/** What a page does without where its code does not come. */
export const lazyExtra = <Props,>(load: Load<Props>) => lazyOr<Props>(load, () => () => null)

interface Above {
  open: boolean
  onClose: () => void
  /** What stands on the page meanwhile. */
  children?: ReactNode
}

/** What opens above a page; without its code, that is said there, and the page stays what it is. */
export const lazyAbove = <Props extends Above>(load: Load<Props>) =>
  lazyOr<Props>(
    () => loadCode(load),
    (error) =>
      ({ open, onClose, children }) => (
        <>
          {children}
          {open ? (
            <div className="above">
              <MissingPart error={error} onClose={onClose} />
            </div>
          ) : null}
        </>
      ),
  )

/**
 * A drawer or dialog whose code is loaded when it opens for the first time. It stays after that, so that it can close
 * as it came.
 */
export function onDemand<Props extends Above>(load: Load<Props>): ComponentType<Props> {
  const Loaded = lazyAbove(load)
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
