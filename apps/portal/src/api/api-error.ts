export interface ErrorAnswer {
  /** HTTP status; 0 when there was no answer at all. */
  status: number
  /** Harbor's code, or one the portal gives where no answer carries one: UNREACHABLE, UNAVAILABLE. */
  code: string
  /** The server's finer word for it, such as PROJECT_EXISTS. */
  reason?: string | undefined
  /** In the reader's language; empty when the server said nothing. */
  message?: string | undefined
  /** What the reader can do about it, where the server says so; in the reader's language. */
  next?: string | undefined
  requestId?: string | undefined
  /** Seconds the server asks to wait before the next try. */
  retryAfter?: number | undefined
}

/** What a failed call to the server comes to. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  readonly code: string
  readonly reason: string | undefined
  readonly next: string | undefined
  readonly requestId: string | undefined
  readonly retryAfter: number | undefined

  constructor({ status, code, reason, message = '', next, requestId, retryAfter }: ErrorAnswer) {
    super(message)
    this.status = status
    this.code = code
    this.reason = reason
    this.next = next
    this.requestId = requestId
    this.retryAfter = retryAfter
  }
}

const codeOfStatus: Record<number, string> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  412: 'PRECONDITION',
  422: 'UNPROCESSABLE_ENTITY',
  429: 'TOO_MANY_REQUEST',
  502: 'UNAVAILABLE',
  503: 'UNAVAILABLE',
  504: 'UNAVAILABLE',
}

function firstError(body: unknown): { code?: unknown; message?: unknown; next?: unknown; reason?: unknown } {
  if (typeof body !== 'object' || body === null || !('errors' in body) || !Array.isArray(body.errors)) return {}
  const [first]: unknown[] = body.errors
  return typeof first === 'object' && first !== null ? first : {}
}

/** What could not be done for each of several, where an answer lists that. */
function listedFailures(body: unknown): string | undefined {
  if (!Array.isArray(body)) return undefined
  const failures: unknown[] = body
  return failures
    .flatMap((one) =>
      typeof one === 'object' && one !== null && 'uid' in one && 'error' in one
        ? [`${String(one.uid)}: ${String(one.error)}`]
        : [],
    )
    .join(' ')
}

const text = (value: unknown) => (typeof value === 'string' ? value : undefined)

/** Reads `{"errors":[{code,message,next,reason}]}`; an answer in another form (a proxy's page) is named by its status. */
export async function errorOfResponse(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => undefined)
  const { code, message, next, reason } = firstError(body)
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN)
  return new ApiError({
    status: response.status,
    code: text(code) ?? codeOfStatus[response.status] ?? 'UNKNOWN',
    reason: text(reason),
    message: text(message) ?? listedFailures(body),
    next: text(next),
    requestId: response.headers.get('x-request-id') ?? undefined,
    retryAfter: Number.isFinite(retryAfter) ? retryAfter : undefined,
  })
}

export function unreachable(): ApiError {
  return new ApiError({ status: 0, code: 'UNREACHABLE' })
}
