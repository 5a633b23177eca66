import { jobContracts, passesBrake, RetentionJudge, rulesFor, UserError } from '@berth/contracts'
import type { Database } from '@berth/database'
import type { Candidate } from '@berth/metadata'
import { defineJob, type Job } from '../../engine/job.js'
import { findPolicy } from './policies.js'
import { RepositoryRun } from './repository-run.js'
import { goes, ofKept, sparedBy } from './verdict-of.js'

/**
 * What a policy says of one repository. A dry run writes it down; a run deletes what goes, unless that is more than the policy's share
 * of the repository. What it deletes can be restored as what anybody deletes. However many artifacts there are, some are read at a time:
 * first for what the rules have to know of all, then to see how many go, then to do as they say.
 */
export function retentionRepository(database: Database, graceSeconds: number): Job {
  return defineJob({
    name: 'retention-repository',
    ...jobContracts['retention-repository'],
    timeLimitSeconds: 21_600,
    attempts: 3,
    async run(task, context) {
      const { report, counts } = context
      const { dry_run, repository } = task
      const policy = await findPolicy(database, task.policy_id)
      if (policy?.version !== task.version) throw new UserError('RETENTION_CHANGED')
      const run = new RepositoryRun(database, graceSeconds, task, context)
      await run.begin()

      const judge = new RetentionJudge(rulesFor(policy.rules, run.path), Date.now())
      if (judge.looks) for await (const page of run.pages()) judge.look(page)
      const numbers = await countGoing(run, judge)
      const isTooMuch = passesBrake(numbers.goes, numbers.total, policy.maxPercent)

      const act = async (going: readonly Candidate[]) => {
        if (dry_run) await run.write(going.map(goes))
        else if (isTooMuch) await run.write(going.map(sparedBy('brake')))
        else await run.take(going)
      }
      let done = 0
      for await (const page of run.pages()) {
        const judged = page.map((candidate) => judge.ask(candidate))
        await run.write(judged.filter((verdict) => !verdict.goes).map(ofKept))
        const going = judged.filter((verdict) => verdict.goes).map(({ candidate }) => candidate)
        await act(going)
        counts({ total: numbers.goes, done: (done += going.length), failed: 0 })
      }

      if (isTooMuch && dry_run) report(`a run would take nothing: more than ${policy.maxPercent} % would go`)
      if (isTooMuch && !dry_run) {
        throw new UserError('RETENTION_BRAKE', { ...numbers, limit: policy.maxPercent ?? 100, repository })
      }
      const { total, retained } = await run.end(policy.projectId)
      report(`${total} artifacts: ${retained} stay, ${total - retained} ${dry_run ? 'would go' : 'have gone'}`)
      return { repository: run.path, total, retained }
    },
  })
}

async function countGoing(run: RepositoryRun, judge: RetentionJudge): Promise<{ total: number; goes: number }> {
  const numbers = { total: 0, goes: 0 }
  for await (const page of run.pages()) {
    numbers.total += page.length
    numbers.goes += page.filter((candidate) => judge.ask(candidate).goes).length
  }
  return numbers
}
