import { createHmac } from 'node:crypto'

const ENCODED = /^whsec_([A-Za-z0-9+/]+={0,2})$/

/**
 * The signature of a delivery, as Standard Webhooks has it: an HMAC with SHA-256 over id, time and body.
 *
 * @param secret a text; after `whsec_`, bytes in base64
 * @param time seconds since 1970
 */
export function sign(secret: string, id: string, time: number, body: string): string {
  const [, encoded] = ENCODED.exec(secret) ?? []
  const key = encoded === undefined ? Buffer.from(secret) : Buffer.from(encoded, 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${time}.${body}`).digest('base64')}`
}
