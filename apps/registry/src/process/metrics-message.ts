import type { MetricsSample } from '@berth/telemetry'

/** Between workers, by the primary process: what have you all counted? And the answer of each. */
export type MetricsMessage =
  | { readonly berth: 'metrics-wanted'; readonly question: number }
  | { readonly berth: 'metrics-asked'; readonly question: number; readonly by: number; readonly of: number }
  | {
      readonly berth: 'metrics'
      readonly question: number
      readonly by: number
      /** How many were asked. */
      readonly of: number
      readonly sample: MetricsSample
    }

export function isMetricsMessage(message: unknown): message is MetricsMessage {
  return typeof message === 'object' && message !== null && 'berth' in message
}
