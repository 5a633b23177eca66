import { Body, Controller, Get, Put, Query } from '@nestjs/common'
import { type Actor, rest } from '@berth/contracts'
import { inSystem, Needs } from '../../access/needs.js'
import { CurrentActor } from '../../access/subject.js'
import { Emits } from '../../edge/emits.js'
import { Operation, pageOf } from '../../edge/openapi.js'
import { PathId } from '../../edge/path-id.js'
import type { Page } from '../../edge/results.js'
import { type QuotaListQuery, quotaListQuery, type QuotaRow, type QuotaUpdate } from './quotas.schema.js'
import { QuotasService } from './quotas.service.js'

@Controller('quotas')
export class QuotasController {
  constructor(private readonly quotas: QuotasService) {}

  @Get()
  @Needs('quota:list', inSystem)
  @Operation({
    id: 'listQuotas',
    tag: 'quota',
    summary: 'What each project may store, and what it stores',
    answers: { 200: pageOf(rest.quota) },
  })
  list(@Query({ schema: quotaListQuery }) query: QuotaListQuery): Promise<Page<QuotaRow>> {
    return this.quotas.list(query)
  }

  @Get(':quota_id')
  @Needs('quota:read', inSystem)
  @Operation({
    id: 'getQuota',
    tag: 'quota',
    summary: 'The quota of a project',
    answers: { 200: rest.quota },
    refuses: ['QUOTA_NOT_FOUND'],
  })
  get(@PathId('quota_id') id: number): Promise<QuotaRow> {
    return this.quotas.get(id)
  }

  @Put(':quota_id')
  @Needs('quota:update', inSystem)
  @Emits('quota.changed')
  @Operation({
    id: 'updateQuota',
    tag: 'quota',
    summary: 'Change what a project may store',
    answers: { 200: 'none' },
    refuses: ['BAD_STORAGE_LIMIT', 'QUOTA_NOT_FOUND'],
  })
  update(
    @PathId('quota_id') id: number,
    @Body({ schema: rest.quotaUpdate }) body: QuotaUpdate,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.quotas.update(id, body, actor)
  }
}
