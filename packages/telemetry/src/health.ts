/** Throws, or rejects, when the component cannot be used. The signal fires when the time for the answer is over. */
export type HealthCheck = (signal: AbortSignal) => Promise<unknown>

export interface ComponentHealth {
  readonly name: string
  readonly status: 'healthy' | 'unhealthy'
  /** Why it is unhealthy, in words for operators: keep it from users. */
  readonly error?: string
}

export interface HealthReport {
  readonly status: 'healthy' | 'unhealthy'
  /** In the order in which the checks were given. */
  readonly components: readonly ComponentHealth[]
}

export interface Health {
  /** Runs every check at once. Callers at the same time share one run. Never rejects. */
  check(): Promise<HealthReport>
}

async function runCheck(name: string, check: HealthCheck, timeoutMs: number): Promise<ComponentHealth> {
  const signal = AbortSignal.timeout(timeoutMs)
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error(`no answer within ${timeoutMs} ms`)), { once: true })
  })
  try {
    await Promise.race([check(signal), late])
    return { name, status: 'healthy' }
  } catch (error) {
    return { name, status: 'unhealthy', error: error instanceof Error ? error.message || error.name : String(error) }
  }
}

/**
 * Composes the health of a service from what it depends on.
 *
 * @param checks   one per component, by name
 * @param options.timeoutMs how long a component may take before it counts as unhealthy
 */
export function createHealth(
  checks: Readonly<Record<string, HealthCheck>>,
  { timeoutMs = 3000 }: { readonly timeoutMs?: number } = {},
): Health {
  let running: Promise<HealthReport> | undefined
  const run = async (): Promise<HealthReport> => {
    const components = await Promise.all(
      Object.entries(checks).map(([name, check]) => runCheck(name, check, timeoutMs)),
    )
    const status = components.every((component) => component.status === 'healthy') ? 'healthy' : 'unhealthy'
    return { status, components }
  }
  return {
    check() {
      running ??= run().finally(() => {
        running = undefined
      })
      return running
    },
  }
}

export interface HealthAnswer {
  readonly statusCode: 200 | 503
  readonly body: { readonly status: 'healthy' } | HealthReport
}

/** The answer of `GET /healthz`: 200 with the status alone, or 503 with the components that are missing. */
export function healthAnswer(report: HealthReport): HealthAnswer {
  if (report.status === 'healthy') return { statusCode: 200, body: { status: 'healthy' } }
  return {
    statusCode: 503,
    body: { ...report, components: report.components.filter((component) => component.status === 'unhealthy') },
  }
}
