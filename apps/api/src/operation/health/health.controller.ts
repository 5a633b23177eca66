import { Controller, Get, Header, Res } from '@nestjs/common'
import { rest } from '@berth/contracts'
import { healthAnswer } from '@berth/telemetry'
import type { FastifyReply } from 'fastify'
import { Anyone } from '../../access/access-rule.js'
import { Operation } from '../../edge/openapi.js'
import { HealthService, type OverallHealth } from './health.service.js'

@Controller()
export class HealthController {
  constructor(private readonly health: HealthService) {}

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

  @Get('healthz')
  @Anyone()
  async healthz(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const { statusCode, body } = healthAnswer(await this.health.check())
    void reply.status(statusCode)
    return body
  }
}
