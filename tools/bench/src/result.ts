import type { Outcome } from './load/outcome.js'
import type { Usage } from './processes/server-usage.js'
import type { ServerId } from './servers/server.js'
import { median, spread } from './statistics.js'
import { figure, type Workload } from './workload.js'

/** One round of one workload on one server. */
export interface Measurement {
  readonly outcome: Outcome
  readonly usage: Usage
}

export interface WorkloadResult {
  readonly workload: Workload
  /** By server, in the order of the rounds. */
  readonly measurements: ReadonlyMap<ServerId, readonly Measurement[]>
  /** Why a server has no figure, or fewer. */
  readonly faults: ReadonlyMap<ServerId, string>
}

/** Medians over the rounds. */
export interface Summary {
  readonly figure: number
  readonly low: number
  readonly high: number
  readonly p50: number
  readonly p99: number
  readonly cpuSeconds: number
  /** CPU milliseconds per request. */
  readonly cpuPerRequest: number
  /** Highest of all rounds, in bytes. */
  readonly peakMemory: number
}

/** @returns undefined where the server has no figure: it cannot do this, or failed */
export function summarize(result: WorkloadResult, server: ServerId): Summary | undefined {
  const rounds = result.measurements.get(server) ?? []
  if (rounds.length === 0 || result.faults.has(server)) return undefined
  const figures = rounds.map(({ outcome }) => figure(result.workload.unit, outcome))
  const middle = (value: (measurement: Measurement) => number) => median(rounds.map(value))
  return {
    figure: median(figures),
    ...spread(figures),
    p50: middle(({ outcome }) => outcome.p50),
    p99: middle(({ outcome }) => outcome.p99),
    cpuSeconds: middle(({ usage }) => usage.cpuSeconds),
    cpuPerRequest: middle(({ usage, outcome }) => (usage.cpuSeconds * 1000) / outcome.requests),
    peakMemory: Math.max(...rounds.map(({ usage }) => usage.peakMemory)),
  }
}

/** Berth's figure as a multiple of another server's. Undefined where either is missing. */
export function ratio(result: WorkloadResult, other: ServerId): number | undefined {
  const [own, others] = [summarize(result, 'berth'), summarize(result, other)]
  return own === undefined || others === undefined ? undefined : own.figure / others.figure
}

/** Whether Berth reaches the workload's target. Undefined without a target, or where it cannot be told. */
export function reachesTarget(result: WorkloadResult): boolean | undefined {
  const { target } = result.workload
  if (target === undefined) return undefined
  const times = ratio(result, target.of)
  return times === undefined ? undefined : times >= target.times
}
