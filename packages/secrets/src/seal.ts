import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto'

/** AES-256-GCM; then nonce, tag and cipher text in base64url. Another way to seal gets another version. */
const VERSION = 'v1'
const NONCE = 12
const TAG = 16

/** A sealed value cannot be opened: it was changed, belongs to another place, or was sealed with another key. */
export class SealError extends Error {
  override name = 'SealError'
}

/**
 * Encrypts a text for storing.
 *
 * @param key   of 32 bytes, for this purpose alone (`deriveKey`)
 * @param place what the value belongs to; it opens nowhere else, so that nobody can move it to another row
 */
export function seal(key: KeyObject, text: string, place: string): string {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG })
  cipher.setAAD(Buffer.from(place))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return `${VERSION}.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')}`
}

/**
 * The text of a sealed value.
 *
 * @throws {SealError}
 */
export function open(key: KeyObject, sealed: string, place: string): string {
  const [version, content, ...more] = sealed.split('.')
  const bytes = Buffer.from(content ?? '', 'base64url')
  if (version !== VERSION || more.length > 0 || bytes.length < NONCE + TAG) {
    throw new SealError(`What is stored for ${place} is not a sealed value.`)
  }
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE), { authTagLength: TAG })
  decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
  try {
    return decipher.update(bytes.subarray(NONCE + TAG), undefined, 'utf8') + decipher.final('utf8')
  } catch (cause) {
    throw new SealError(`The sealed value of ${place} cannot be opened with this key.`, { cause })
  }
}
