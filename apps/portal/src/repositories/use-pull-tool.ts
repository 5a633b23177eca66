import { useState } from 'react'
import { remember, remembered } from '../browser/remembered'
import type { PullTool } from './clients'

const storageKey = 'berth-pull-tool'

/** The tool last chosen in this browser, if it is among `tools`; else the first of them. */
export function usePullTool(tools: readonly PullTool[]): [PullTool, (tool: PullTool) => void] {
  const [wanted, setWanted] = useState(() => remembered(storageKey))
  const tool = tools.find((known) => known === wanted) ?? tools[0] ?? 'docker'
  const choose = (next: PullTool) => {
    setWanted(next)
    remember(storageKey, next)
  }
  return [tool, choose]
}
