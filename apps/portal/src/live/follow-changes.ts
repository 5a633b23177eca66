import type { EventType } from '@berth/contracts'
import type { QueryClient } from '@tanstack/react-query'
import { setLive } from '../api/live'

/** What stands before the dot of an event's type. */
type Kind<Type = EventType> = Type extends `${infer Before}.${string}` ? Before : never

/** What stands first in the keys of queries that a kind of event may change. */
const changes: Readonly<Record<Kind, readonly string[]>> = {
  // What webhooks are told follows from it.
  artifact: ['repositories', 'projects', 'quotas', 'webhooks'],
  tag: ['repositories', 'projects', 'webhooks'],
  repository: ['repositories', 'projects'],
  project: ['projects', 'repositories'],
  label: ['labels', 'repositories'],
  'tag-rule': ['tag-rules'],
  retention: ['retention', 'webhooks'],
  quota: ['quotas', 'projects', 'webhooks'],
  webhook: ['webhooks'],
  member: ['members'],
  robot: ['robots'],
  user: ['users'],
  group: ['groups'],
  role: ['roles'],
  registry: ['registries'],
  replication: ['replications'],
  settings: ['settings'],
  'cve-allowlist': ['cve-allowlist'],
  job: ['jobs', 'clean-up', 'purge-audit', 'retention', 'webhooks', 'replications'],
  queue: ['jobs'],
  schedule: ['jobs', 'clean-up', 'purge-audit', 'retention', 'replications'],
  audit: ['audit'],
  change: [],
}
const keysOf: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(changes))

/** However much happens, what is shown is asked for again no more often. */
const PAUSE_MS = 2_000

/** Asks anew for what has changed while the page is looked at, as the server tells of it. @returns how to end that */
export function followChanges(queries: QueryClient): () => void {
  let source: EventSource | undefined
  let timer: number | undefined
  let wasOpen = false
  const changed = new Set<string>()

  const refresh = () => {
    timer = undefined
    const keys = new Set(changed)
    changed.clear()
    const isChanged = (first: unknown) =>
      keys.has('*') || [...keys].some((key) => first === key || String(first).startsWith(`${key} `))
    void queries.invalidateQueries({ predicate: ({ queryKey: [first] }) => first !== 'session' && isChanged(first) })
  }
  const mark = (keys: readonly string[]) => {
    for (const key of keys) changed.add(key)
    if (changed.size > 0) timer ??= window.setTimeout(refresh, PAUSE_MS)
  }
  const onChange = ({ data }: MessageEvent<string>) => {
    const { type }: { type: string } = JSON.parse(data)
    mark(keysOf.get(type.split('.', 1)[0] ?? '') ?? [])
  }
  const close = () => {
    source?.close()
    source = undefined
    setLive(false)
  }
  const open = () => {
    source = new EventSource('/api/v2.0/stream')
    source.addEventListener('change', onChange)
    source.addEventListener('reset', () => mark(['*']))
    source.addEventListener('open', () => {
      setLive(true)
      // Meanwhile things went by unheard.
      if (wasOpen) mark(['*'])
      wasOpen = true
    })
    // The browser tries again by itself, but for an answer that is no stream.
    source.addEventListener('error', () => setLive(false))
  }
  // A page that nobody looks at holds none of the few connections that a browser has for a server.
  const look = () => {
    if (document.hidden) close()
    else if (source === undefined) open()
  }
  document.addEventListener('visibilitychange', look)
  look()
  return () => {
    document.removeEventListener('visibilitychange', look)
    window.clearTimeout(timer)
    close()
  }
}
