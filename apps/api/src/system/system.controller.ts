import { Controller, Get, Header, Query, Req, Res } from '@nestjs/common'
import { rest } from '@berth/contracts'
import { healthAnswer } from '@berth/telemetry'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Anyone, SignedIn } from '../access/access-rule.js'
import { type Caller, CurrentCaller, CurrentUser, type SignedInUser } from '../access/caller.js'
import { Operation } from '../edge/openapi.js'
import { HealthService, type OverallHealth } from './health.service.js'
import { type GeneralInfo, type SearchResult, type Statistic, SystemService } from './system.service.js'

const searchQuery = z.object({ q: z.string().max(255).describe('Part of a name.') })

@Controller()
export class SystemController {
  constructor(
    private readonly system: SystemService,
    private readonly health: HealthService,
  ) {}

  @Get('ping')
  @Anyone()
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @Operation({ id: 'getPing', summary: 'Is the api there? Answers Pong' })
  ping(): string {
    return 'Pong'
  }

  @Get('health')
  @Anyone()
  @Operation({ id: 'getHealth', summary: 'How each component is', answers: rest.overallHealth })
  overallHealth(): Promise<OverallHealth> {
    return this.health.overall()
  }

  @Get('systeminfo')
  @Anyone()
  @Operation({ id: 'getSystemInfo', summary: 'What a client must know before it signs in', answers: rest.generalInfo })
  info(@Req() request: FastifyRequest): Promise<GeneralInfo> {
    return this.system.info(request.headers)
  }

  @Get('statistics')
  @SignedIn()
  @Operation({ id: 'getStatistic', summary: 'Counts of projects and repositories', answers: rest.statistic })
  statistics(@CurrentUser() user: SignedInUser): Promise<Statistic> {
    return this.system.statistics(user)
  }

  @Get('search')
  @Anyone()
  @Operation({ id: 'search', summary: 'Projects and repositories by a part of their names', answers: rest.search })
  search(
    @Query({ schema: searchQuery }) query: z.output<typeof searchQuery>,
    @CurrentCaller() caller: Caller,
  ): Promise<SearchResult> {
    return this.system.search(query.q, caller)
  }

  @Get('api/version')
  @Anyone()
  version(): { version: string } {
    return { version: 'v2.0' }
  }

  @Get('healthz')
  @Anyone()
  async healthz(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const { statusCode, body } = healthAnswer(await this.health.check())
    void reply.status(statusCode)
    return body
  }
}
