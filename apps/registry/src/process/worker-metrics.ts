import cluster from 'node:cluster'
import { createMetrics, sumMetrics, type Metrics, type MetricsSample } from '@berth/telemetry'
import { isMetricsMessage, type MetricsMessage } from './metrics-message.js'

/** Milliseconds. Whoever has not answered by then is left out: it has ended, or is far too busy. */
const PATIENCE = 1_000

interface Question {
  readonly samples: MetricsSample[]
  readonly done: () => void
}

/** The metrics of this process; where it is one of several workers, `text` tells the sum over all of them, whichever is asked. */
export function createWorkerMetrics(service: string): Metrics {
  const metrics = createMetrics(service)
  if (!cluster.isWorker) return metrics
  const questions = new Map<number, Question>()
  let last = 0
  const send = (message: MetricsMessage) => process.send?.(message)
  const answer = async (message: Extract<MetricsMessage, { berth: 'metrics-asked' }>) =>
    send({ ...message, berth: 'metrics', sample: await metrics.sample() })
  process.on('message', (message) => {
    if (!isMetricsMessage(message)) return
    if (message.berth === 'metrics-asked') void answer(message)
    if (message.berth !== 'metrics') return
    const question = questions.get(message.question)
    question?.samples.push(message.sample)
    if (question?.samples.length === message.of) question.done()
  })
  const text = async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const [id, samples] = [(last += 1), [] as MetricsSample[]]
    questions.set(id, { samples, done: resolve })
    const timer = setTimeout(resolve, PATIENCE)
    send({ berth: 'metrics-wanted', question: id })
    await promise
    clearTimeout(timer)
    questions.delete(id)
    return sumMetrics(samples)
  }
  return { ...metrics, text }
}
