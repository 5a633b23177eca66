/** Codes the portal gives itself, where no server answer carries one. */
export type LocalErrorCode = 'UNREACHABLE' | 'UNAVAILABLE'

/** What a failed call to the server comes to. `status` is 0 when there was no answer at all. */
export class ApiError extends Error {
  override readonly name = 'ApiError'

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly requestId: string | undefined,
    /** Seconds the server asks to wait before the next try. */
    readonly retryAfter?: number,
  ) {
    super(message)
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

function firstError(body: unknown): { code?: unknown; message?: unknown } {
  if (typeof body !== 'object' || body === null || !('errors' in body) || !Array.isArray(body.errors)) return {}
  const [first] = body.errors as unknown[]
  return typeof first === 'object' && first !== null ? first : {}
}

/** Reads `{"errors":[{code,message}]}`; an answer in another form (a proxy's page) is named by its status. */
export async function errorOfResponse(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => undefined)
  const { code, message } = firstError(body)
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN)
  return new ApiError(
    response.status,
    typeof code === 'string' ? code : (codeOfStatus[response.status] ?? 'UNKNOWN'),
    typeof message === 'string' ? message : '',
    response.headers.get('x-request-id') ?? undefined,
    ...(Number.isFinite(retryAfter) ? [retryAfter] : []),
  )
}

export function unreachable(): ApiError {
  return new ApiError(0, 'UNREACHABLE', '', undefined)
}
