import { z } from 'zod'

/** Where the jobservice tells the apis of events that it has dispatched. */
export const LIVE_CHANNEL = 'berth_live'

/** What a listening browser is told of an event: what has changed, and nothing of it. */
const liveChange = z.object({
  /** Of the event. */
  id: z.string(),
  type: z.string(),
  project_id: z.int().optional(),
  /** Full name, the project included. */
  repository: z.string().optional(),
})
export type LiveChange = z.output<typeof liveChange>

/** A message on {@link LIVE_CHANNEL}. */
export const liveChanges = z.array(liveChange)
