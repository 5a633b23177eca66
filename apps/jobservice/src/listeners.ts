import type { Listener } from './engine/events/listener.js'
import { liveListener } from './live/live-listener.js'
import { forwardListener } from './forward/forward-listener.js'
import { replicationListener } from './jobs/replication/replication-listener.js'
import { webhookListener } from './jobs/webhooks/webhook-listener.js'

/** Who listens to events. Each feature adds its own. @param url address of this installation, without a slash at its end */
export const createListeners = (url: string): readonly Listener[] => [
  forwardListener,
  liveListener,
  replicationListener,
  webhookListener(url),
]
