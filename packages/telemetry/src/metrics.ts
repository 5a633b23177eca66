import { AggregatorRegistry, Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

/** How often the delay of the event loop is measured. Each time wakes a process that has nothing to do. */
const LOOK_MS = 200

/** What a process has counted, for {@link sumMetrics}. Can be sent to another process. */
export type MetricsSample = Awaited<ReturnType<Registry['getMetricsAsJSON']>>

export interface Metrics {
  /** Where a service registers its own metrics: `new Counter({ name: 'berth_…', registers: [metrics.registry] })`. */
  readonly registry: Registry
  /** MIME type of `text()`. */
  readonly contentType: string
  /** The answer of `GET /metrics`, in Prometheus' text format. */
  text(): Promise<string>
  /** The same, for the sum over several processes. */
  sample(): Promise<MetricsSample>
  /** Records one answered request. `route` is the pattern, never the path: paths have no bound. `seconds` may be a fraction. */
  request(method: string, route: string, status: number, seconds: number): void
}

/** The metrics of one service process: those of Node.js, and the requests it has answered. Every one is labelled `service`. */
export function createMetrics(service: string): Metrics {
  const registry = new Registry()
  registry.setDefaultLabels({ service })
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: LOOK_MS })
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
    sample: () => registry.getMetricsAsJSON(),
    request: (method, route, status, seconds) => requests.observe({ method, route, status }, seconds),
  }
}

/** The answer of `GET /metrics` for several processes of one service. */
export function sumMetrics(samples: readonly MetricsSample[]): Promise<string> {
  return AggregatorRegistry.aggregate([...samples]).metrics()
}

export { Counter, Gauge, Histogram }
