import { jobContracts, rulesFor } from '@berth/contracts'
import type { Database } from '@berth/database'
import { pathInProject } from '@berth/oci'
import { defineJob, type Job } from '../../engine/job.js'
import { findPolicy, listRepositories } from './policies.js'

const REPOSITORIES = 200

/** A run of a policy: a task for each repository of the project that a rule is about. */
export function retention(database: Database): Job {
  return defineJob({
    name: 'retention',
    ...jobContracts.retention,
    timeLimitSeconds: 3600,
    attempts: 3,
    exclusiveBy: ({ policy_id }) => String(policy_id),
    async run({ policy_id, dry_run, preview }, { actor, signal, spawn, report }) {
      const policy = await findPolicy(database, policy_id)
      if (!policy) {
        report('the policy is gone')
        return { repositories: 0 }
      }
      report(dry_run ? 'dry run: nothing is changed' : 'run')
      const { version, rules, projectId } = policy
      let repositories = 0
      for (let after: string | undefined = ''; after !== undefined;) {
        signal.throwIfAborted()
        const found = await listRepositories(database, projectId, after, REPOSITORIES)
        const isAbout = ({ name }: (typeof found)[number]) => rulesFor(rules, pathInProject(name)).length > 0
        for (const { name } of found.filter((one) => !isAbout(one)))
          report(`${name}: no rule is about it, it is left alone`)
        const task = { policy_id, dry_run, preview, run: Number(actor.id), version }
        const tasks = found
          .filter(isAbout)
          .map(({ id, name }) => ({ ...task, repository_id: Number(id), repository: name }))
        await spawn('retention-repository', ...tasks)
        repositories += tasks.length
        after = found.length === REPOSITORIES ? found.at(-1)?.name : undefined
      }
      report(`${repositories} repositories`)
      return { repositories, version }
    },
  })
}
