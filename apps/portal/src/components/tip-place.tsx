import { Suspense, useEffect, useState } from 'react'
import { lazyExtra } from './on-demand'

const TipLayer = lazyExtra(async () => (await import('./tip-layer')).TipLayer)

/** Loads what shows tips when a hand comes near something: no page needs it to be seen. */
export function TipPlace() {
  const [isWanted, setWanted] = useState(false)
  useEffect(() => {
    for (const type of ['pointermove', 'keydown'])
      document.addEventListener(type, () => setWanted(true), { once: true })
  }, [])
  return <Suspense fallback={null}>{isWanted ? <TipLayer /> : null}</Suspense>
}
