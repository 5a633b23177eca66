/**
 * Errors of the Distribution API. `user` faults are the client's, `transient` ones pass by themselves, `bug` ones are ours:
 * the kind decides the log level. Codes up to TOOMANYREQUESTS are the specification's ("Error Codes"), in the words of Docker Distribution,
 * which programs look for; the rest are Berth's.
 */
export const distributionErrors = {
  BLOB_UNKNOWN: { status: 404, kind: 'user', message: 'blob unknown to registry' },
  BLOB_UPLOAD_INVALID: { status: 400, kind: 'user', message: 'blob upload invalid' },
  BLOB_UPLOAD_UNKNOWN: { status: 404, kind: 'user', message: 'blob upload unknown to registry' },
  DIGEST_INVALID: { status: 400, kind: 'user', message: 'provided digest did not match uploaded content' },
  MANIFEST_BLOB_UNKNOWN: { status: 404, kind: 'user', message: 'blob unknown to registry' },
  MANIFEST_INVALID: { status: 400, kind: 'user', message: 'manifest invalid' },
  MANIFEST_UNKNOWN: { status: 404, kind: 'user', message: 'manifest unknown' },
  NAME_INVALID: { status: 400, kind: 'user', message: 'invalid repository name' },
  NAME_UNKNOWN: { status: 404, kind: 'user', message: 'repository name not known to registry' },
  SIZE_INVALID: { status: 400, kind: 'user', message: 'provided length did not match content length' },
  UNAUTHORIZED: { status: 401, kind: 'user', message: 'authentication required' },
  DENIED: { status: 403, kind: 'user', message: 'requested access to the resource is denied' },
  UNSUPPORTED: { status: 405, kind: 'user', message: 'the operation is unsupported' },
  TOOMANYREQUESTS: { status: 429, kind: 'user', message: 'too many requests' },
  TAG_INVALID: { status: 400, kind: 'user', message: 'invalid tag' },
  RANGE_INVALID: { status: 416, kind: 'user', message: 'the range cannot be satisfied' },
  PAGINATION_NUMBER_INVALID: { status: 400, kind: 'user', message: 'invalid number of results requested' },
  PRECONDITION: { status: 412, kind: 'user', message: 'the state of the repository does not allow this' },
  PROJECTPOLICYVIOLATION: { status: 412, kind: 'user', message: 'a policy of the project does not allow this' },
  BAD_REQUEST: { status: 400, kind: 'user', message: 'malformed request' },
  HEADERS_TOO_LARGE: { status: 431, kind: 'user', message: 'the request has more headers than the registry reads' },
  MANIFEST_TOO_LARGE: { status: 413, kind: 'user', message: 'manifest is larger than 4 MiB' },
  NOT_FOUND: { status: 404, kind: 'user', message: 'no such endpoint' },
  UNAVAILABLE: { status: 503, kind: 'transient', message: 'the registry is not available right now, try again' },
  STORAGE_FULL: { status: 507, kind: 'transient', message: 'no space left in the blob store of the registry' },
  UNKNOWN: { status: 500, kind: 'bug', message: 'internal server error' },
} as const satisfies Record<string, { status: number; kind: 'user' | 'transient' | 'bug'; message: string }>

export type ErrorCode = keyof typeof distributionErrors

/** A fault with a code of the Distribution API. The message is for the client and tells nothing it may not know. */
export class DistributionError extends Error {
  override name = 'DistributionError'

  constructor(
    readonly code: ErrorCode,
    message: string = distributionErrors[code].message,
    options?: ErrorOptions & { readonly detail?: unknown; readonly retryAfter?: number | undefined },
  ) {
    super(message, options)
    this.detail = options?.detail
    this.retryAfter = options?.retryAfter
  }

  readonly detail: unknown
  /** Seconds after which the same may be asked again, where that is known. */
  readonly retryAfter: number | undefined

  get kind() {
    return distributionErrors[this.code].kind
  }
}
