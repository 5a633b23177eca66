import { UserError } from '@berth/contracts'
import { type Provider, providers } from '@berth/registry-endpoints'
import { certificates } from '../../settings/table/certificate-values.js'

/** @throws {UserError} BAD_REGISTRY_TYPE */
export function requireProvider(type: string): Provider {
  const provider = providers.get(type)
  if (!provider) throw new UserError('BAD_REGISTRY_TYPE', { type, types: [...providers.keys()].join(', ') })
  return provider
}

/**
 * The address as it is kept. Without a scheme it is HTTPS, as with Harbor.
 * @throws {UserError} BAD_REGISTRY_URL; without the address where that holds a password
 */
export function requireAddress(text: string): string {
  const url = URL.parse(text.includes('://') ? text : `https://${text}`)
  if (url && (url.username !== '' || url.password !== '')) throw new UserError('BAD_REGISTRY_URL', { url: url.host })
  const isPlain = url && url.search === '' && url.hash === '' && /^\/*$/.test(url.pathname)
  if (!isPlain || !['http:', 'https:'].includes(url.protocol)) throw new UserError('BAD_REGISTRY_URL', { url: text })
  return url.origin
}

/** @throws {UserError} BAD_REGISTRY_CERTIFICATE */
export function requireCertificate(text: string): string {
  if (!certificates.safeParse(text).success) throw new UserError('BAD_REGISTRY_CERTIFICATE')
  return text.trim()
}
