import {
  type Actor,
  jobContracts,
  passesBrake,
  RetentionJudge,
  type RetentionVerdict,
  rulesFor,
  UserError,
} from '@berth/contracts'
import { type Database, emit } from '@berth/database'
import { type Candidate, type CandidateRepository, createRetention, type Taken } from '@berth/metadata'
import { parseRepositoryName, pathInProject } from '@berth/oci'
import { defineJob, type Job } from '../../engine/job.js'
import { findPolicy, holdPolicy } from './policies.js'
import { type Verdict, Verdicts } from './verdicts.js'
import { lineOf } from './verdict-line.js'

/** Artifacts that are held in memory, and that are deleted in one transaction. */
const [READ, TAKEN] = [1000, 50]
/** Of what has gone, those that are told of by name. */
const TOLD = 100

/**
 * What a policy says of one repository. A dry run writes it down; a run deletes what goes, unless that is more than the policy's share
 * of the repository. What it deletes can be restored as what anybody deletes. However many artifacts there are, some are read at a time:
 * first for what the rules have to know of all, then to see how many go, then to do as they say.
 */
export function retentionRepository(database: Database, graceSeconds: number): Job {
  const store = createRetention(database)

  async function* readAll(repository: CandidateRepository, signal: AbortSignal): AsyncGenerator<Candidate[]> {
    for (let after: string | undefined = '0'; after !== undefined;) {
      signal.throwIfAborted()
      const page: Candidate[] = await store.listCandidates(repository, graceSeconds, after, READ)
      yield page
      after = page.length === READ ? page.at(-1)?.id : undefined
    }
  }

  return defineJob({
    name: 'retention-repository',
    ...jobContracts['retention-repository'],
    timeLimitSeconds: 21_600,
    attempts: 3,
    async run({ policy_id, version, run, repository_id, repository: given, dry_run, preview }, context) {
      const { actor, report, signal, counts } = context
      const repository = { id: String(repository_id), name: parseRepositoryName(given) }
      const path = pathInProject(repository.name)
      const policy = await findPolicy(database, policy_id)
      if (policy?.version !== version) throw new UserError('RETENTION_CHANGED')

      const verdicts = new Verdicts(database, { run, execution: Number(actor.id), path })
      await verdicts.begin()
      const write = async (some: readonly Verdict[]) => {
        await verdicts.add(some)
        for (const verdict of some) report(lineOf(verdict))
      }

      const judge = new RetentionJudge(rulesFor(policy.rules, path), Date.now())
      if (judge.looks) for await (const page of readAll(repository, signal)) judge.look(page)
      const numbers = { total: 0, goes: 0 }
      for await (const page of readAll(repository, signal)) {
        numbers.total += page.length
        numbers.goes += page.filter((candidate) => judge.ask(candidate).goes).length
      }
      const isTooMuch = passesBrake(numbers.goes, numbers.total, policy.maxPercent)

      /** What goes is written down with its end, by the policy as it is then: a task that dies leaves nothing out, and no old rule takes anything. */
      async function take(going: readonly Candidate[]): Promise<void> {
        const by: Actor = { kind: 'system', id: run, name: 'retention' }
        for (let place = 0; place < going.length; place += TAKEN) {
          signal.throwIfAborted()
          const taken = await database.transaction(async (transaction) => {
            await holdPolicy(transaction, policy_id, version)
            const said = (await store.take(transaction, repository, going.slice(place, place + TAKEN), by)).map(ofTaken)
            await verdicts.add(said, transaction)
            return said
          })
          for (const verdict of taken) report(lineOf(verdict))
        }
      }

      let done = 0
      for await (const page of readAll(repository, signal)) {
        const judged = page.map((candidate) => judge.ask(candidate))
        await write(judged.filter(({ goes }) => !goes).map(ofKept))
        const going = judged.filter(({ goes }) => goes).map(({ candidate }) => candidate)
        if (dry_run) await write(going.map((candidate) => ({ candidate, outcome: 'goes', keptBy: [] })))
        else if (isTooMuch) await write(going.map(sparedBy('brake')))
        else {
          const allowed = preview === null ? undefined : await verdicts.previewed(preview, going)
          const isNew = ({ digest }: Candidate) => allowed?.has(digest) === false
          await write(going.filter(isNew).map(sparedBy('not-in-preview')))
          await take(going.filter((candidate) => !isNew(candidate)))
        }
        counts({ total: numbers.goes, done: (done += going.length), failed: 0 })
      }
      if (isTooMuch && dry_run) report(`a run would take nothing: more than ${policy.maxPercent} % would go`)
      if (isTooMuch && !dry_run) {
        const limit = policy.maxPercent ?? 100
        throw new UserError('RETENTION_BRAKE', { ...numbers, limit, repository: repository.name })
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

const sparedBy =
  (because: 'brake' | 'not-in-preview') =>
  (candidate: Candidate): Verdict => ({ candidate, outcome: 'spared', keptBy: [], because })

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
