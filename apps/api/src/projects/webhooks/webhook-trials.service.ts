import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common'
import { type Actor, type rest, UserError } from '@berth/contracts'
import { messageOf, type WebhookSecrets, WebhookSender, webhookSecrets } from '@berth/webhooks'
import sql from 'sql-template-tag'
import type { z } from 'zod'
import type { ProjectContext } from '../../access/context.js'
import { type ApiSettings, SETTINGS } from '../../api-settings.js'
import { Database } from '../../database/database.js'
import { trialEvent } from './trial-event.js'
import { readTarget, requireSameReceiver } from './webhook.js'

export type GivenTrial = z.output<typeof rest.webhookTrial>
export type TrialOutcome = z.output<typeof rest.webhookTrialOutcome>

/** Sends one example at once, so that whoever writes a webhook sees what its receiver says. Nothing of it is kept. */
interface KeptTarget {
  readonly address: string
  readonly skipCertVerify: boolean
  readonly auth_header: string | null
  readonly secret: string | null
}

@Injectable()
export class WebhookTrialsService implements OnApplicationShutdown {
  private readonly secrets: WebhookSecrets
  private readonly sender: WebhookSender
  private readonly allow: readonly string[]
  /** Projects with a trial under way. */
  private readonly busy = new Set<number>()
  private readonly closing = new AbortController()

  constructor(
    private readonly database: Database,
    @Inject(SETTINGS) { secretKey, outboundAllow }: Pick<ApiSettings, 'secretKey' | 'outboundAllow'>,
  ) {
    this.secrets = webhookSecrets(secretKey)
    this.sender = new WebhookSender(outboundAllow)
    this.allow = outboundAllow
  }

  /** @param url address of this installation @throws {UserError} as a change of a webhook, WEBHOOK_TRIAL_RUNNING */
  async send(project: ProjectContext, given: GivenTrial, actor: Actor, url: string): Promise<TrialOutcome> {
    const target = readTarget(given.target, this.allow)
    const secrets = await this.secretsOf(project, given)
    if (this.busy.has(project.id)) throw new UserError('WEBHOOK_TRIAL_RUNNING')
    this.busy.add(project.id)
    try {
      const at = new Date()
      const event = trialEvent(given.event_type, { project, actor, at })
      const message = messageOf(event, { project: project.name, isPublic: project.public, repositoryMadeAt: at, url })
      const id = `test-${at.getTime()}`
      const envelope = { eventId: id, policyId: given.policy_id ?? 0, projectId: project.id, message }
      const outcome = await this.sender.send({ ...target, ...secrets }, envelope, id, this.closing.signal)
      return {
        delivered: outcome.delivered,
        ...(outcome.status !== undefined && { status: outcome.status }),
        message: outcome.words,
        duration_ms: outcome.milliseconds,
        payload: outcome.body ?? '',
      }
    } finally {
      this.busy.delete(project.id)
    }
  }

  async onApplicationShutdown(): Promise<void> {
    this.closing.abort()
    await this.sender[Symbol.asyncDispose]()
  }

  /** Those that are given, and the kept ones of the webhook for what is not. @throws {UserError} WEBHOOK_SECRET_NEEDED */
  private async secretsOf(
    project: ProjectContext,
    { policy_id: id, target }: GivenTrial,
  ): Promise<{ readonly authHeader: string; readonly secret: string }> {
    const { auth_header, secret } = target
    if (id === undefined) return { authHeader: auth_header ?? '', secret: secret ?? '' }
    const kept = await this.database.row<KeptTarget>(sql`
      select address, skip_cert_verify as "skipCertVerify", auth_header, secret from webhook_policy where id = ${id} and project_id = ${project.id}`)
    if (!kept) throw new UserError('WEBHOOK_NOT_FOUND', { id })
    requireSameReceiver({ ...kept, hasHeader: kept.auth_header !== null }, target)
    return {
      authHeader: auth_header ?? this.secrets.open(kept.auth_header, id, 'auth_header'),
      secret: secret ?? this.secrets.open(kept.secret, id, 'secret'),
    }
  }
}
