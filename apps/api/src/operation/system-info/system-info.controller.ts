import { Controller, Get, Header, Req, StreamableFile } from '@nestjs/common'
import { rest } from '@berth/contracts'
import type { Subject } from '@berth/rbac'
import type { FastifyRequest } from 'fastify'
import { Anyone, inSystem, Needs } from '../../access/needs.js'
import { CurrentSubject } from '../../access/subject.js'
import { Operation } from '../../edge/openapi.js'
import { CaCertificate } from './ca-certificate.js'
import { type GeneralInfo, SystemInfoService } from './system-info.service.js'
import { type Volumes, VolumesService } from './volumes.service.js'

@Controller()
export class SystemInfoController {
  constructor(
    private readonly systemInfo: SystemInfoService,
    private readonly volumes: VolumesService,
    private readonly caCertificate: CaCertificate,
  ) {}

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

  @Get('systeminfo/volumes')
  @Needs('system-volumes:read', inSystem)
  @Operation({
    id: 'getVolumes',
    tag: 'systeminfo',
    summary: 'How large the disk of the blobs is, and how much of it is free',
    answers: { 200: rest.volumes },
  })
  getVolumes(): Promise<Volumes> {
    return this.volumes.get()
  }

  @Get('systeminfo/getcert')
  @Anyone()
  @Header('Content-Type', 'application/octet-stream')
  @Header('Content-Disposition', 'attachment; filename=ca.crt')
  @Operation({
    id: 'getCert',
    tag: 'systeminfo',
    summary: 'The root certificate that clients have to trust, where the operator has put one there',
    answers: { 200: 'file' },
    refuses: ['NO_CA_CERTIFICATE'],
  })
  async getCert(): Promise<StreamableFile> {
    return new StreamableFile(await this.caCertificate.require())
  }

  @Get('api/version')
  @Anyone()
  version(): { version: string } {
    return { version: 'v2.0' }
  }
}
