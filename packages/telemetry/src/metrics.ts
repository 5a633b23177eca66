import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

export interface Metrics {
  /** Where a service registers its own metrics: `new Counter({ name: 'berth_…', registers: [metrics.registry] })`. */
  readonly registry: Registry
  /** MIME type of `text()`. */
  readonly contentType: string
  /** The answer of `GET /metrics`, in Prometheus' text format. */
  text(): Promise<string>
  /** Records one answered request. `route` is the pattern, never the path: paths have no bound. `seconds` may be a fraction. */
  request(method: string, route: string, status: number, seconds: number): void
}

/** The metrics of one service process: those of Node.js, and the requests it has answered. Every one is labelled `service`. */
export function createMetrics(service: string): Metrics {
  const registry = new Registry()
  registry.setDefaultLabels({ service })
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'berth_http_request_duration_seconds',
    help: 'Time from a request to the end of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.005, 0.025, 0.1, 0.5, 2.5, 10, 60],
    registers: [registry],
  })
  return {
    registry,
    contentType: registry.contentType,
    text: () => registry.metrics(),
    request: (method, route, status, seconds) => requests.observe({ method, route, status }, seconds),
  }
}

export { Counter, Gauge, Histogram }
