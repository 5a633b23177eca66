import { Counter, createMetrics, Gauge, type Metrics } from '@berth/telemetry'
import type { FastifyInstance } from 'fastify'
import type { EventSender } from '../notifications/sender.js'

/** Distribution's name of a handler, by ours of an endpoint. */
const handlers: Record<string, string> = {
  ping: 'base',
  catalog: 'catalog',
  'list-tags': 'tags',
  'get-manifest': 'manifest',
  'put-manifest': 'manifest',
  'delete-manifest': 'manifest',
  'get-blob': 'blob',
  'delete-blob': 'blob',
  'start-upload': 'blob_upload',
  'append-chunk': 'blob_upload_chunk',
  'finish-upload': 'blob_upload_chunk',
  'upload-status': 'blob_upload_chunk',
  'cancel-upload': 'blob_upload_chunk',
}

/** Metrics of the server, under Berth's names and under those of Distribution that dashboards use. */
export function measure(app: FastifyInstance, senders: readonly EventSender[]): Metrics {
  const metrics = createMetrics('registry')
  const registers = [metrics.registry]
  const labelNames = ['handler', 'method', 'code']
  const requests = new Counter({
    name: 'registry_http_requests_total',
    help: 'Requests answered.',
    labelNames,
    registers,
  })
  const running = new Gauge({ name: 'registry_http_in_flight_requests', help: 'Requests being answered.', registers })
  gaugeSenders(metrics, senders, 'registry_notifications_pending_total', 'Events waiting.', (sender) => sender.pending)
  gaugeSenders(metrics, senders, 'berth_notifications_dropped_total', 'Events given up.', (sender) => sender.dropped)
  app.addHook('onRequest', (_request, _reply, done) => {
    running.inc()
    done()
  })
  app.addHook('onResponse', (request, reply, done) => {
    running.dec()
    const { method, endpoint } = request
    const code = reply.statusCode
    requests.inc({ handler: handlers[endpoint] ?? endpoint, method: method.toLowerCase(), code: String(code) })
    metrics.request(method, endpoint, code, reply.elapsedTime / 1000)
    done()
  })
  return metrics
}

function gaugeSenders(
  { registry }: Metrics,
  senders: readonly EventSender[],
  name: string,
  help: string,
  value: (sender: EventSender) => number,
): void {
  const gauge: Gauge = new Gauge({
    registers: [],
    name,
    help,
    labelNames: ['endpoint'],
    collect: () => {
      for (const sender of senders) gauge.set({ endpoint: sender.name }, value(sender))
    },
  })
  registry.registerMetric(gauge)
}
