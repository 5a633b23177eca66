import { Controller, Get, Req } from '@nestjs/common'
import { rest } from '@berth/contracts'
import type { Subject } from '@berth/rbac'
import type { FastifyRequest } from 'fastify'
import { Anyone } from '../../access/needs.js'
import { CurrentSubject } from '../../access/subject.js'
import { Operation } from '../../edge/openapi.js'
import { type GeneralInfo, SystemInfoService } from './system-info.service.js'

@Controller()
export class SystemInfoController {
  constructor(private readonly systemInfo: SystemInfoService) {}

  @Get('systeminfo')
  @Anyone()
  @Operation({
    id: 'getSystemInfo',
    tag: 'systeminfo',
    summary: 'What a client must know before it signs in, and more to whoever is signed in',
    answers: { 200: rest.generalInfo },
  })
  get(@Req() request: FastifyRequest, @CurrentSubject() subject: Subject): Promise<GeneralInfo> {
    return this.systemInfo.get(request.headers, subject)
  }

  @Get('api/version')
  @Anyone()
  version(): { version: string } {
    return { version: 'v2.0' }
  }
}
