import { Body, Controller, Delete, Get, Post, Put, Query } from '@nestjs/common'
import { type Actor, rest } from '@berth/contracts'
import { inSystem, Needs } from '../../access/needs.js'
import { CurrentActor } from '../../access/subject.js'
import { Emits } from '../../edge/emits.js'
import { Operation, pageOf } from '../../edge/openapi.js'
import { PathId } from '../../edge/path-id.js'
import type { Created, Page } from '../../edge/results.js'
import type { GivenReplication, ReplicationPolicy } from './replication.js'
import { type ReplicationListQuery, replicationListQuery } from './replications.schema.js'
import { ReplicationsService } from './replications.service.js'

const faults = [
  'BAD_CRON',
  'REGISTRY_NOT_FOUND',
  'REPLICATION_ENDS',
  'REPLICATION_EVENTS_ELSEWHERE',
  'REPLICATION_EXISTS',
  'REPLICATION_FILTER',
  'REPLICATION_NAMESPACE',
] as const

@Controller('replication/policies')
export class ReplicationsController {
  constructor(private readonly replications: ReplicationsService) {}

  @Get()
  @Needs('replication-policy:list', inSystem)
  @Operation({
    id: 'listReplicationPolicies',
    tag: 'replication',
    summary: 'Rules by which images are copied, each with its last run',
    answers: { 200: pageOf(rest.replicationPolicy) },
  })
  list(@Query({ schema: replicationListQuery }) query: ReplicationListQuery): Promise<Page<ReplicationPolicy>> {
    return this.replications.list(query)
  }

  @Post()
  @Needs('replication-policy:create', inSystem)
  @Emits('replication.created')
  @Operation({
    id: 'createReplicationPolicy',
    tag: 'replication',
    summary: 'Make a rule; one of its two ends is this registry',
    answers: { 201: 'location' },
    refuses: [...faults, 'TOO_MANY_REPLICATIONS'],
  })
  create(
    @Body({ schema: rest.givenReplication }) body: GivenReplication,
    @CurrentActor() actor: Actor,
  ): Promise<Created> {
    return this.replications.create(body, actor)
  }

  @Get(':id')
  @Needs('replication-policy:read', inSystem)
  @Operation({
    id: 'getReplicationPolicy',
    tag: 'replication',
    summary: 'One rule',
    answers: { 200: rest.replicationPolicy },
    refuses: ['REPLICATION_NOT_FOUND'],
  })
  get(@PathId('id') id: number): Promise<ReplicationPolicy> {
    return this.replications.get(id)
  }

  @Put(':id')
  @Needs('replication-policy:update', inSystem)
  @Emits('replication.changed')
  @Operation({
    id: 'updateReplicationPolicy',
    tag: 'replication',
    summary: 'Change a rule; what is left out is as in a new one',
    answers: { 200: 'none' },
    refuses: [...faults, 'REPLICATION_NOT_FOUND'],
  })
  update(
    @PathId('id') id: number,
    @Body({ schema: rest.givenReplication }) body: GivenReplication,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.replications.update(id, body, actor)
  }

  @Delete(':id')
  @Needs('replication-policy:delete', inSystem)
  @Emits('replication.deleted')
  @Operation({
    id: 'deleteReplicationPolicy',
    tag: 'replication',
    summary: 'Delete a rule with its schedule; its runs under way stop, what was copied stays',
    answers: { 200: 'none' },
    refuses: ['REPLICATION_NOT_FOUND'],
  })
  delete(@PathId('id') id: number, @CurrentActor() actor: Actor): Promise<void> {
    return this.replications.delete(id, actor)
  }
}
