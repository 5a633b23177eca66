import type { EventPayload } from '@berth/contracts'

interface End {
  readonly registry_name: string
  readonly registry_type: string
  readonly endpoint: string
  readonly namespace: string
}

interface Named {
  readonly type: string
  readonly status: string
  readonly name_tag: string
}

/** What came of a run of replication, in Harbor's words. */
export interface ReplicationData {
  readonly harbor_hostname: string
  readonly job_status: string
  readonly description: string
  readonly artifact_type: string
  readonly authentication_type: string
  readonly override_mode: boolean
  readonly trigger_type: string
  readonly policy_creator: string
  /** Seconds since 1970. */
  readonly execution_timestamp: number
  readonly src_resource: End
  readonly dest_resource: End
  readonly successful_artifact?: readonly Named[]
  readonly failed_artifact?: readonly Named[]
}

const statuses: Readonly<Record<string, string>> = { success: 'Success', error: 'Error', stopped: 'Stopped' }
const triggers: Readonly<Record<string, string>> = { manual: 'MANUAL', schedule: 'SCHEDULE', event: 'EVENT' }

const named = (names: readonly string[], status: string): Named[] =>
  names.map((name_tag) => ({ type: 'image', status, name_tag }))

/** @param url address of this installation */
export function replicationOf(run: EventPayload<'replication.finished'>, url: string): ReplicationData {
  const isPush = run.direction === 'push'
  const here = { registry_name: 'Local', registry_type: 'harbor', endpoint: url }
  const there = { registry_name: run.registry, registry_type: run.registry_type, endpoint: run.endpoint }
  const namespace = isPush ? run.namespace || run.project : run.project
  return {
    harbor_hostname: new URL(url).hostname,
    job_status: statuses[run.status] ?? run.status,
    description: run.policy,
    artifact_type: 'image',
    authentication_type: run.signed_in ? 'basic' : '',
    override_mode: run.override,
    trigger_type: triggers[run.trigger] ?? run.trigger,
    policy_creator: run.creator,
    execution_timestamp: run.started,
    src_resource: { ...(isPush ? here : there), namespace: isPush ? run.project : '' },
    dest_resource: { ...(isPush ? there : here), namespace },
    ...(run.succeeded_names.length > 0 && { successful_artifact: named(run.succeeded_names, 'Success') }),
    ...(run.failed_names.length > 0 && { failed_artifact: named(run.failed_names, 'Error') }),
  }
}
