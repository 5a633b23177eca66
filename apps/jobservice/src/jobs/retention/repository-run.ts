import type { Actor, RetentionTaskPayload } from '@berth/contracts'
import { type Database, emit } from '@berth/database'
import { type Candidate, createRetention } from '@berth/metadata'
import { parseRepositoryName, pathInProject } from '@berth/oci'
import type { JobContext } from '../../engine/job.js'
import { holdPolicy } from './policies.js'
import { ofTaken, sparedBy } from './verdict-of.js'
import { lineOf } from './verdict-line.js'
import { type Verdict, Verdicts } from './verdicts.js'

/** Artifacts that are held in memory, and that are deleted in one transaction. */
const [READ, TAKEN] = [1000, 50]
/** Of what has gone, those that are told of by name. */
const TOLD = 100

/** What a task does with the artifacts of its repository; which of them go, others say. */
export class RepositoryRun {
  readonly path: string
  private readonly repository
  private readonly store
  private readonly verdicts
  private readonly by: Actor

  constructor(
    private readonly database: Database,
    private readonly graceSeconds: number,
    private readonly task: RetentionTaskPayload,
    private readonly context: Pick<JobContext, 'actor' | 'report' | 'signal'>,
  ) {
    this.repository = { id: String(task.repository_id), name: parseRepositoryName(task.repository) }
    this.path = pathInProject(this.repository.name)
    this.store = createRetention(database)
    this.verdicts = new Verdicts(database, { run: task.run, execution: Number(context.actor.id), path: this.path })
    this.by = { kind: 'system', id: task.run, name: 'retention' }
  }

  /** Begins, or begins again. */
  begin(): Promise<void> {
    return this.verdicts.begin()
  }

  /** All artifacts, some at a time. */
  async *pages(): AsyncGenerator<Candidate[]> {
    for (let after: string | undefined = '0'; after !== undefined;) {
      this.context.signal.throwIfAborted()
      const page: Candidate[] = await this.store.listCandidates(this.repository, this.graceSeconds, after, READ)
      yield page
      after = page.length === READ ? page.at(-1)?.id : undefined
    }
  }

  async write(verdicts: readonly Verdict[]): Promise<void> {
    await this.verdicts.add(verdicts)
    this.report(verdicts)
  }

  /** Takes what the preview named, where there was one: what it did not name has come since, and waits for the next. */
  async take(going: readonly Candidate[]): Promise<void> {
    const { preview } = this.task
    const allowed = preview === null ? undefined : await this.verdicts.previewed(preview, going)
    const isNew = ({ digest }: Candidate) => allowed?.has(digest) === false
    await this.write(going.filter(isNew).map(sparedBy('not-in-preview')))
    const named = going.filter((candidate) => !isNew(candidate))
    for (let place = 0; place < named.length; place += TAKEN) {
      this.context.signal.throwIfAborted()
      this.report(await this.takeTogether(named.slice(place, place + TAKEN)))
    }
  }

  /** Sums up, and tells of what has gone. */
  async end(projectId: number): Promise<{ total: number; retained: number }> {
    const { run, repository_id, repository, policy_id, dry_run } = this.task
    const { total, retained } = await this.verdicts.sums()
    if (!dry_run && retained < total) {
      const about = { project_id: projectId, repository_id, repository, policy_id, execution_id: run }
      const told = { ...about, total, retained, deleted: await this.verdicts.gone(TOLD) }
      await emit(this.database, 'retention.applied', told, this.by)
    }
    return { total, retained }
  }

  /** What goes is written down with its end, by the policy as it is then: a task that dies leaves nothing out, and no old rule takes anything. */
  private takeTogether(some: readonly Candidate[]): Promise<Verdict[]> {
    return this.database.transaction(async (transaction) => {
      await holdPolicy(transaction, this.task.policy_id, this.task.version)
      const taken = await this.store.take(transaction, this.repository, some, this.by)
      const verdicts = taken.map(ofTaken)
      await this.verdicts.add(verdicts, transaction)
      return verdicts
    })
  }

  private report(verdicts: readonly Verdict[]): void {
    for (const verdict of verdicts) this.context.report(lineOf(verdict))
  }
}
