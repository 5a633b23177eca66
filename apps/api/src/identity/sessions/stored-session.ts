import { createHash } from 'node:crypto'
import { z } from 'zod'

/** `begun` in milliseconds since 1970. */
const storedSession = z.object({
  user: z.int(),
  /** Of the credentials that the session counts with; two while they change. */
  marks: z.array(z.string()),
  begun: z.int(),
  client: z.string(),
})
export type StoredSession = z.output<typeof storedSession>

/** Where a session was used last, and when, in milliseconds since 1970. */
const lastUse = z.object({ seen: z.int(), address: z.string() })

/** What names a session where its id, which the browser alone holds, must not be told. */
export const publicId = (id: string) => createHash('sha256').update(id).digest('base64url')

/** Keys in Redis, by the public id and by the user. */
export const sessionKey = (session: string) => `session:${session}`
export const useKey = (session: string) => `session-use:${session}`
export const listKey = (user: number) => `sessions:${user}`

/** One of another version is none. */
export const readSession = (value: string | null | undefined) =>
  value ? storedSession.safeParse(JSON.parse(value)).data : undefined

export const readUse = (value: string | null | undefined) =>
  value ? lastUse.safeParse(JSON.parse(value)).data : undefined
