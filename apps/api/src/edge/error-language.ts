import type { ErrorLanguage } from '@berth/contracts'
import Negotiator from 'negotiator'

/** English unless Chinese is preferred to it (`Accept-Language`, RFC 9110 section 12.5.4). */
export function errorLanguage(acceptLanguage: string | undefined): ErrorLanguage {
  const asked = new Negotiator({ headers: { 'accept-language': acceptLanguage } }).language(['en', 'zh'])
  return asked === 'zh' ? 'zh' : 'en'
}
