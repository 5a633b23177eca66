import type { Listener } from './engine/events/listener.js'
import { forwardListener } from './forward/forward-listener.js'

/** Who listens to events. Each feature adds its own. */
export const listeners: readonly Listener[] = [forwardListener]
