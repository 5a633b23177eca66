import { jobContracts } from '@berth/contracts'
import type { Database, Transaction } from '@berth/database'
import { defineJob, type Job } from '../../engine/job.js'

/*
 * Links, manifests and what is charged for them change in one transaction, so one statement sees all of it or none. What is found to
 * differ is charged as a push would, by a delta: nobody waits for it.
 */
const proveProject = {
  name: 'prove_project_quota',
  text: `
    with counted as (
      select
        (select coalesce(sum(b.size), 0) from blob b where b.digest in (
          select l.digest from repository_blob l join repository r on r.id = l.repository_id where r.project_id = $1))
        + (select coalesce(sum(octet_length(a.manifest)), 0)
          from artifact a join repository r on r.id = a.repository_id where r.project_id = $1) as bytes
    ), charged as (
      select q.used_bytes + (select coalesce(sum(d.bytes), 0) from quota_delta d where d.project_id = $1) as bytes
      from quota q where q.project_id = $1
    ), repaired as (
      insert into quota_delta (project_id, bytes)
      select $1, counted.bytes - charged.bytes from counted, charged where counted.bytes <> charged.bytes
      returning bytes
    )
    select p.name as project, charged.bytes::text as before, counted.bytes::text as after
    from repaired, counted, charged, project p where p.id = $1`,
}

const proveStorage = {
  name: 'prove_storage',
  text: `
    with counted as (
      select coalesce(sum(size), 0) as bytes from blob
    ), charged as (
      select bytes + (select coalesce(sum(bytes), 0) from storage_delta) as bytes from storage
    ), repaired as (
      insert into storage_delta (bytes)
      select counted.bytes - charged.bytes from counted, charged where counted.bytes <> charged.bytes
      returning bytes
    )
    select charged.bytes::text as before, counted.bytes::text as after from repaired, counted, charged`,
}

const listProjects = { name: 'list_projects_to_prove', text: 'select project_id as id from quota order by project_id' }

interface Difference {
  readonly before: string
  readonly after: string
}

/** Counts what projects and the storage hold, and repairs what is charged where that is another number. */
export function proveQuota(database: Database): Job {
  return defineJob({
    name: 'prove-quota',
    ...jobContracts['prove-quota'],
    timeLimitSeconds: 6 * 3600,
    attempts: 1,
    schedule: '23 3 * * *',
    exclusiveBy: () => 'all',
    async run(_payload, { signal, progress, report, emit }) {
      let projects = 0
      let repaired = 0
      const tell = (of: string, { before, after }: Difference) => {
        repaired += 1
        report(`${of}: ${before} bytes were charged, ${after} are there. Repaired.`)
      }
      const proveOne = async (transaction: Transaction, id: number) => {
        const [found] = await transaction.query<Difference & { readonly project: string }>(proveProject, [id])
        if (!found) return
        const { project, before, after } = found
        await emit(transaction, 'quota.repaired', {
          project_id: id,
          project,
          before: Number(before),
          after: Number(after),
        })
        tell(`Project ${project}`, found)
      }
      for (const { id } of await database.query<{ readonly id: number }>(listProjects)) {
        signal.throwIfAborted()
        await database.transaction((transaction) => proveOne(transaction, id))
        projects += 1
        progress({ projects, repaired })
      }
      const [storage] = await database.query<Difference>(proveStorage)
      if (storage) tell('All blobs', storage)
      return { projects, repaired }
    },
  })
}
