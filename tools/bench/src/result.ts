import type { Outcome } from './load/outcome.js'
import type { ServerId } from './servers/server.js'
import { median, spread } from './statistics.js'
import { figure, type Workload } from './workload.js'

/** One round of one workload on one server. */
export interface Measurement {
  readonly outcome: Outcome
  /** Of all of the server's processes. */
  readonly cpuSeconds: number
  /** Of all of the server's processes when the round had ended, in bytes. */
  readonly memory: number
}

export interface WorkloadResult {
  readonly workload: Workload
  /** By server, in the order of the rounds. */
  readonly measurements: ReadonlyMap<ServerId, readonly Measurement[]>
  /** Highest memory of the round that does not count, by server, in bytes. */
  readonly warmUpMemory: ReadonlyMap<ServerId, number>
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
  /** Highest that was seen, in bytes. */
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
    cpuSeconds: middle(({ cpuSeconds }) => cpuSeconds),
    cpuPerRequest: middle(({ cpuSeconds, outcome }) => (cpuSeconds * 1000) / outcome.requests),
    peakMemory: Math.max(result.warmUpMemory.get(server) ?? 0, ...rounds.map(({ memory }) => memory)),
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
