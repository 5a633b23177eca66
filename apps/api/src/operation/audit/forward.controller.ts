import { Body, Controller, HttpCode, Post } from '@nestjs/common'
import { parseSyslogEndpoint, rest, UserError } from '@berth/contracts'
import { OutboundError, sendSyslog } from '@berth/outbound'
import type { z } from 'zod'
import { AllowedInReadOnly, inSystem, Needs } from '../../access/needs.js'
import { Operation } from '../../edge/openapi.js'

type Forward = z.output<typeof rest.auditForward>

@Controller('system/auditlog-forward')
export class ForwardController {
  @Post('ping')
  @HttpCode(200)
  @Needs('configuration:update', inSystem)
  @AllowedInReadOnly()
  @Operation({
    id: 'pingAuditLogForward',
    tag: 'auditlog',
    summary:
      'Send a message of no consequence to a syslog server, and say whether that goes. Over UDP nobody knows whether it arrives',
    answers: { 200: 'none' },
    refuses: ['FORWARD_FAILED'],
  })
  async ping(@Body({ schema: rest.auditForward }) { audit_log_forward_endpoint: endpoint }: Forward): Promise<void> {
    const server = parseSyslogEndpoint(endpoint)
    if (!server) throw new UserError('FORWARD_FAILED', { endpoint, detail: 'it is not host:port' })
    const message = { time: new Date(), severity: 'informational', kind: 'test', text: '{"test":true}' } as const
    try {
      await sendSyslog(server, [message], { app: 'berth', timeout: 5_000 })
    } catch (error) {
      if (!(error instanceof OutboundError)) throw error
      throw new UserError('FORWARD_FAILED', { endpoint, detail: error.message }, { cause: error })
    }
  }
}
