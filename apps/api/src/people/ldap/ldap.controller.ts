import { Body, Controller, Get, Headers, HttpCode, Post, Query, Res } from '@nestjs/common'
import { type Actor, rest } from '@berth/contracts'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { AllowedInReadOnly, inSystem, Needs } from '../../access/needs.js'
import { CurrentActor } from '../../access/subject.js'
import { Emits } from '../../edge/emits.js'
import { errorLanguage } from '../../edge/error-language.js'
import { Operation } from '../../edge/openapi.js'
import {
  ldapConf,
  type LdapConf,
  ldapFailure,
  type LdapFailure,
  ldapGroupQuery,
  type LdapGroupQuery,
  ldapImport,
  type LdapImport,
  ldapPingResult,
  type LdapPingResult,
  ldapUser,
  type LdapUser,
  ldapUserQuery,
  type LdapUserQuery,
} from './ldap.schema.js'
import { LdapService } from './ldap.service.js'

const groupsFound = z.array(rest.userGroup.partial({ id: true }))

@Controller('ldap')
export class LdapController {
  constructor(private readonly ldap: LdapService) {}

  @Post('ping')
  @HttpCode(200)
  @Needs('configuration:read', inSystem)
  @AllowedInReadOnly()
  @Operation({
    id: 'pingLdap',
    tag: 'Ldap',
    summary: 'Try a directory out, as it is set or as the body says',
    answers: { 200: ldapPingResult },
  })
  ping(@Body({ schema: ldapConf.optional() }) body: LdapConf | undefined): Promise<LdapPingResult> {
    return this.ldap.ping(body ?? {})
  }

  @Get('users/search')
  @Needs('ldap-user:list', inSystem)
  @Operation({
    id: 'searchLdapUser',
    tag: 'Ldap',
    summary: 'People of the directory, by their user names',
    answers: { 200: z.array(ldapUser) },
    refuses: ['DIRECTORY_OFF'],
  })
  searchUsers(@Query({ schema: ldapUserQuery }) { username }: LdapUserQuery): Promise<LdapUser[]> {
    return this.ldap.findPeople(username)
  }

  @Get('groups/search')
  @Needs('ldap-user:list', inSystem)
  @Operation({
    id: 'searchLdapGroup',
    tag: 'Ldap',
    summary: 'Groups of the directory, by name or DN',
    answers: { 200: groupsFound },
    refuses: ['DIRECTORY_OFF'],
  })
  searchGroups(@Query({ schema: ldapGroupQuery }) query: LdapGroupQuery): Promise<z.output<typeof groupsFound>> {
    return this.ldap.findGroups(query)
  }

  @Post('users/import')
  @HttpCode(200)
  @Needs('ldap-user:create', inSystem)
  @Emits('user.created')
  @Operation({
    id: 'importLdapUser',
    tag: 'Ldap',
    summary: 'Make users of people in the directory; 404 names those that it could not, the others are made',
    answers: { 200: 'none', 404: z.array(ldapFailure) },
  })
  async import(
    @Body({ schema: ldapImport }) body: LdapImport,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LdapFailure[] | undefined> {
    const failures = await this.ldap.import(body, actor, errorLanguage(language))
    if (failures.length === 0) return undefined
    void reply.status(404)
    return failures
  }
}
