import type { components } from '@berth/api-client'

type Execution = components['schemas']['GCHistory']

/** One run of a job. Jobs add what their runs come to. */
export interface Run {
  id: number
  status: Execution['job_status']
  kind: Execution['job_kind']
  /** It waits or works. */
  isOpen: boolean
  startedAt: string
  endedAt: string
}

/** What a run or a schedule carries as JSON text. */
export function parametersOf(text: string): ReadonlyMap<string, unknown> {
  try {
    return new Map(Object.entries(Object(JSON.parse(text))))
  } catch {
    return new Map()
  }
}

export function readRun(execution: Execution): Run {
  return {
    id: execution.id,
    status: execution.job_status,
    kind: execution.job_kind,
    isOpen: execution.job_status === 'Pending' || execution.job_status === 'Running',
    startedAt: execution.creation_time,
    endedAt: execution.update_time,
  }
}
