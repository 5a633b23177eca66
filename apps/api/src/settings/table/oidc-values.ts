import { z } from 'zod'
import { text } from './setting-row.js'

/** What a sign-in is held together by: parameters of the redirect that no setting may replace. */
const RESERVED = new Set(
  'client_id redirect_uri response_type response_mode scope state nonce code_challenge code_challenge_method request request_uri'.split(
    ' ',
  ),
)
const MOST = 20

const parameters = z.record(z.string(), z.string())

/** Parameters for the redirect to the provider: a JSON object of strings. @returns undefined for anything else */
export function readExtraParameters(json: string): Readonly<Record<string, string>> | undefined {
  if (json.trim() === '') return {}
  try {
    return parameters.parse(JSON.parse(json))
  } catch {
    return undefined
  }
}

export const extraParameters = text(4096).refine(
  (json) => {
    const given = readExtraParameters(json)
    return (
      given !== undefined && Object.keys(given).length <= MOST && !Object.keys(given).some((key) => RESERVED.has(key))
    )
  },
  `is a JSON object of at most ${MOST} strings, none of them called ${[...RESERVED].join(', ')}`,
)

export const httpAddress = text().refine((address) => {
  if (address === '') return true
  const url = URL.parse(address)
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
}, 'is the address of a provider: http or https, without a name and password in it')

export const regularExpression = text().refine((pattern) => {
  try {
    return new RegExp(pattern) instanceof RegExp
  } catch {
    return false
  }
}, 'is not a regular expression')
