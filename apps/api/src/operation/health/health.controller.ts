import { Controller, Get, Header } from '@nestjs/common'
import { rest } from '@berth/contracts'
import { Anyone } from '../../access/needs.js'
import { Operation } from '../../edge/openapi.js'
import { HealthService, type OverallHealth } from './health.service.js'

@Controller()
export class HealthController {
  constructor(private readonly health: HealthService) {}

  @Get('ping')
  @Anyone()
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @Operation({ id: 'getPing', tag: 'ping', summary: 'Is the api there? Answers Pong', answers: { 200: 'text' } })
  ping(): string {
    return 'Pong'
  }

  @Get('health')
  @Anyone()
  @Operation({ id: 'getHealth', tag: 'health', summary: 'How each component is', answers: { 200: rest.overallHealth } })
  overallHealth(): Promise<OverallHealth> {
    return this.health.overall()
  }
}
