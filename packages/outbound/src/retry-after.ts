import type { OutboundResponse } from './outbound-response.js'

/**
 * Seconds after which the other side wants to be asked again: it says a number of them, or a time (RFC 9110, section 10.2.3).
 *
 * @returns undefined where it says nothing that can be read; never less than 0, and without a most
 */
export function retryAfterOf(response: Pick<OutboundResponse, 'header'>): number | undefined {
  const text = response.header('retry-after')?.trim() ?? ''
  const seconds = text === '' ? Number.NaN : Number(text)
  const asked = Number.isNaN(seconds) ? (Date.parse(text) - Date.now()) / 1000 : seconds
  return Number.isNaN(asked) ? undefined : Math.max(0, asked)
}
