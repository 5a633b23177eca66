/** User name to bcrypt hash. */
export type HtpasswdEntries = ReadonlyMap<string, string>

export interface ParsedHtpasswd {
  readonly entries: HtpasswdEntries
  /** Users whose hash is no bcrypt: they cannot log in. */
  readonly unusable: readonly string[]
}

export class HtpasswdError extends Error {
  override name = 'HtpasswdError'
}

const bcryptHash = /^\$2[aby]\$\d\d\$[./A-Za-z0-9]{53}$/

/**
 * Reads an htpasswd file. As in Distribution only bcrypt counts, blank lines and lines that begin with `#` do not.
 *
 * @throws {HtpasswdError} naming a line without a colon
 */
export function parseHtpasswd(text: string): ParsedHtpasswd {
  const entries = new Map<string, string>()
  const unusable: string[] = []
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) continue
    const colon = line.indexOf(':')
    if (colon < 0) throw new HtpasswdError(`line ${index + 1} is not "user:bcrypt hash"`)
    const [user, hash] = [line.slice(0, colon), line.slice(colon + 1)]
    // htpasswd writes $2y$, which is what the bcrypt library calls $2b$.
    if (bcryptHash.test(hash)) entries.set(user, hash.replace(/^\$2y/, '$2b'))
    else unusable.push(user)
  }
  return { entries, unusable }
}
