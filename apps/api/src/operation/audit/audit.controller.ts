import type { Readable } from 'node:stream'
import { Controller, Get, Query, StreamableFile } from '@nestjs/common'
import { harborAuditTypes, rest } from '@berth/contracts'
import type { Subject } from '@berth/rbac'
import type { z } from 'zod'
import { CurrentProject, type ProjectContext } from '../../access/context.js'
import { inProject, inSystem, Needs, SignedIn } from '../../access/needs.js'
import { CurrentSubject } from '../../access/subject.js'
import { Operation, pageOf } from '../../edge/openapi.js'
import type { Page } from '../../edge/results.js'
import { type ListQuery, listQuery } from '../../listing/list-query.js'
import type { AuditLog, AuditLogExt } from './audit-entry.js'
import { AuditService } from './audit.service.js'

/** A file has no pages. */
const fileQuery = listQuery.pick({ q: true, sort: true })
type FileQuery = z.output<typeof fileQuery>

const asFile = (file: Readable, name: string) =>
  new StreamableFile(file, { type: 'text/csv; charset=utf-8', disposition: `attachment; filename="${name}.csv"` })

@Controller()
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get('audit-logs')
  @SignedIn()
  @Operation({
    id: 'listAuditLogs',
    tag: 'auditlog',
    summary:
      'Changes that came about, in the form of Harbor before 2.13; those of projects whose log the caller may read',
    answers: { 200: pageOf(rest.auditLog) },
  })
  listOld(@CurrentSubject() subject: Subject, @Query({ schema: listQuery }) query: ListQuery): Promise<Page<AuditLog>> {
    return this.audit.listOld(subject, query)
  }

  @Get('auditlog-exts')
  @SignedIn()
  @Operation({
    id: 'listAuditLogExts',
    tag: 'auditlog',
    summary: 'The audit log; without audit-log:list in the system, that of projects whose log the caller may read',
    answers: { 200: pageOf(rest.auditLogExt) },
  })
  list(@CurrentSubject() subject: Subject, @Query({ schema: listQuery }) query: ListQuery): Promise<Page<AuditLogExt>> {
    return this.audit.list(subject, query)
  }

  @Get('auditlog-exts/events')
  @Needs('audit-log:list', inSystem)
  @Operation({
    id: 'listAuditLogEventTypes',
    tag: 'auditlog',
    summary: "Names of Harbor's kinds of entries, by which they are purged and left out",
    answers: { 200: rest.auditLogEventType.array() },
  })
  events(): { event_type: string }[] {
    return harborAuditTypes.map((event_type) => ({ event_type }))
  }

  @Get('auditlog-exts/csv')
  @SignedIn()
  @Operation({
    id: 'downloadAuditLogExts',
    tag: 'auditlog',
    summary: 'The audit log as a table of at most 100,000 entries, filtered and sorted as the list',
    answers: { 200: 'csv' },
    refuses: ['BAD_QUERY', 'TOO_MANY_REQUESTS'],
  })
  async file(
    @CurrentSubject() subject: Subject,
    @Query({ schema: fileQuery }) query: FileQuery,
  ): Promise<StreamableFile> {
    return asFile(await this.audit.file(subject, listQuery.parse(query)), 'audit-log')
  }

  @Get('projects/:project_name/auditlog-exts/csv')
  @Needs('log:list', inProject)
  @Operation({
    id: 'downloadProjectAuditLogExts',
    tag: 'auditlog',
    summary: 'The audit log of a project as a table of at most 100,000 entries, filtered and sorted as the list',
    answers: { 200: 'csv' },
    refuses: ['BAD_QUERY', 'TOO_MANY_REQUESTS'],
  })
  async fileOfProject(
    @CurrentProject() project: ProjectContext,
    @Query({ schema: fileQuery }) query: FileQuery,
  ): Promise<StreamableFile> {
    return asFile(await this.audit.fileOfProject(project, listQuery.parse(query)), `audit-log-${project.name}`)
  }

  @Get('projects/:project_name/logs')
  @Needs('log:list', inProject)
  @Operation({
    id: 'getLogs',
    tag: 'project',
    summary: 'Changes of a project that came about, in the form of Harbor before 2.13',
    answers: { 200: pageOf(rest.auditLog) },
  })
  listOldOfProject(
    @CurrentProject() project: ProjectContext,
    @Query({ schema: listQuery }) query: ListQuery,
  ): Promise<Page<AuditLog>> {
    return this.audit.listOldOfProject(project, query)
  }

  @Get('projects/:project_name/auditlog-exts')
  @Needs('log:list', inProject)
  @Operation({
    id: 'getLogExts',
    tag: 'project',
    summary: 'The audit log of a project',
    answers: { 200: pageOf(rest.auditLogExt) },
  })
  listOfProject(
    @CurrentProject() project: ProjectContext,
    @Query({ schema: listQuery }) query: ListQuery,
  ): Promise<Page<AuditLogExt>> {
    return this.audit.listOfProject(project, query)
  }
}
