import {
  type Actor,
  jobContracts,
  judge,
  passesBrake,
  type RetentionVerdict,
  rulesFor,
  UserError,
} from '@berth/contracts'
import { type Database, emit } from '@berth/database'
import { type Candidate, type CandidateRepository, createRetention, type Taken } from '@berth/metadata'
import { parseRepositoryName, pathInProject } from '@berth/oci'
import { defineJob, type Job, type JobContext } from '../../engine/job.js'
import { findPolicy, holdPolicy } from './policies.js'
import { type Verdict, Verdicts } from './verdicts.js'
import { lineOf } from './verdict-line.js'

/** Artifacts that are read at once, that are deleted in one transaction, and that are written down at once. */
const [READ, TAKEN, WRITTEN] = [2000, 50, 1000]
/** Of what has gone, those that are told of by name. */
const TOLD = 100

/**
 * What a policy says of one repository. A dry run writes it down; a run deletes what goes, unless that is more than the policy's share
 * of the repository. What it deletes can be restored as what anybody deletes.
 */
export function retentionRepository(database: Database, graceSeconds: number): Job {
  const store = createRetention(database)

  async function readAll(repository: CandidateRepository, { signal }: JobContext): Promise<Candidate[]> {
    const all: Candidate[] = []
    for (let after: string | undefined = '0'; after !== undefined;) {
      signal.throwIfAborted()
      const page: Candidate[] = await store.listCandidates(repository, graceSeconds, after, READ)
      all.push(...page)
      after = page.length === READ ? page.at(-1)?.id : undefined
    }
    return all
  }

  /** What goes is written down with its end, by the policy as it is then: a task that dies leaves nothing out, and no old rule takes anything. */
  async function take(
    repository: CandidateRepository,
    going: readonly Candidate[],
    actor: Actor,
    { signal, counts, report }: JobContext,
    policy: { readonly id: number; readonly version: number },
    verdicts: Verdicts,
  ): Promise<void> {
    for (let place = 0; place < going.length; place += TAKEN) {
      signal.throwIfAborted()
      const taken = await database.transaction(async (transaction) => {
        await holdPolicy(transaction, policy.id, policy.version)
        const said = (await store.take(transaction, repository, going.slice(place, place + TAKEN), actor)).map(ofTaken)
        await verdicts.add(said, transaction)
        return said
      })
      for (const verdict of taken) report(lineOf(verdict))
      counts({ total: going.length, done: Math.min(place + TAKEN, going.length), failed: 0 })
    }
  }

  return defineJob({
    name: 'retention-repository',
    ...jobContracts['retention-repository'],
    timeLimitSeconds: 21_600,
    attempts: 3,
    async run({ policy_id, version, run, repository_id, repository: given, dry_run, preview }, context) {
      const { actor, report } = context
      const repository = { id: String(repository_id), name: parseRepositoryName(given) }
      const path = pathInProject(repository.name)
      const policy = await findPolicy(database, policy_id)
      if (policy?.version !== version) throw new UserError('RETENTION_CHANGED')

      const verdicts = new Verdicts(database, { run, execution: Number(actor.id), path })
      await verdicts.begin()
      const write = async (some: readonly Verdict[]) => {
        for (let place = 0; place < some.length; place += WRITTEN)
          await verdicts.add(some.slice(place, place + WRITTEN))
        for (const verdict of some) report(lineOf(verdict))
      }

      const judged = judge(rulesFor(policy.rules, path), await readAll(repository, context), Date.now())
      await write(judged.filter(({ goes }) => !goes).map(ofKept))
      const going = judged.filter(({ goes }) => goes).map(({ candidate }) => candidate)
      const isTooMuch = passesBrake(going.length, judged.length, policy.maxPercent)
      if (dry_run) {
        if (isTooMuch) report(`a run would take nothing: more than ${policy.maxPercent} % would go`)
        await write(going.map((candidate) => ({ candidate, outcome: 'goes', keptBy: [] })))
      } else if (isTooMuch) {
        await write(going.map((candidate) => ({ candidate, outcome: 'spared', keptBy: [], because: 'brake' })))
        const numbers = { goes: going.length, total: judged.length, limit: policy.maxPercent ?? 100 }
        throw new UserError('RETENTION_BRAKE', { ...numbers, repository: repository.name })
      } else {
        const allowed = preview === null ? undefined : await verdicts.previewed(preview)
        const isNew = ({ digest }: Candidate) => allowed?.has(digest) === false
        await write(
          going
            .filter(isNew)
            .map((candidate) => ({ candidate, outcome: 'spared', keptBy: [], because: 'not-in-preview' })),
        )
        const by: Actor = { kind: 'system', id: run, name: 'retention' }
        await take(
          repository,
          going.filter((candidate) => !isNew(candidate)),
          by,
          context,
          { id: policy_id, version },
          verdicts,
        )
      }
      const { total, retained } = await verdicts.sums()
      if (!dry_run && retained < total) {
        const about = { project_id: policy.projectId, repository_id, repository: given, policy_id, execution_id: run }
        const told = { ...about, total, retained, deleted: await verdicts.gone(TOLD) }
        await emit(database, 'retention.applied', told, { kind: 'system', id: run, name: 'retention' })
      }
      report(`${total} artifacts: ${retained} stay, ${total - retained} ${dry_run ? 'would go' : 'have gone'}`)
      return { repository: path, total, retained }
    },
  })
}

function ofKept({ candidate, keptBy }: RetentionVerdict<Candidate>): Verdict {
  const kept = { candidate, outcome: 'stays', keptBy } as const
  if (keptBy.length > 0) return kept
  if (candidate.tagRule !== undefined) return { ...kept, because: 'tag-rule', detail: candidate.tagRule }
  return candidate.isPart ? { ...kept, because: 'part-of-index' } : kept
}

function ofTaken(taken: Taken): Verdict {
  const { candidate, outcome } = taken
  if (outcome === 'gone') return { candidate, outcome, keptBy: [] }
  return {
    candidate,
    outcome: 'spared',
    keptBy: [],
    because: outcome,
    detail: 'detail' in taken ? taken.detail : undefined,
  }
}
