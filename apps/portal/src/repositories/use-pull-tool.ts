import { useState } from 'react'
import { remember, remembered } from '../browser/remembered'
import type { PullTool } from './clients'

const storageKey = 'berth-pull-tool'

/** The tool last chosen in this browser. What can be pulled with it is another matter: `toolFor`. */
export function usePullTool(): [string | undefined, (tool: PullTool) => void] {
  const [wanted, setWanted] = useState(() => remembered(storageKey))
  const choose = (next: PullTool) => {
    setWanted(next)
    remember(storageKey, next)
  }
  return [wanted, choose]
}
