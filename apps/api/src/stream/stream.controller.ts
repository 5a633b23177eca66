import { Controller, Get, Header, Headers, Req, StreamableFile } from '@nestjs/common'
import { UserError } from '@berth/contracts'
import type { Subject } from '@berth/rbac'
import type { FastifyRequest } from 'fastify'
import { SignedIn } from '../access/needs.js'
import { CurrentSubject } from '../access/subject.js'
import { Operation } from '../edge/openapi.js'
import { LiveStreams } from './live-streams.js'

@Controller('stream')
export class StreamController {
  constructor(private readonly streams: LiveStreams) {}

  @Get()
  @SignedIn()
  // Told by nginx as it comes.
  @Header('X-Accel-Buffering', 'no')
  @Operation({
    id: 'streamChanges',
    tag: 'project',
    summary:
      'Server-sent events: what changes, of what the caller may see; "reset" where some may have gone by unheard',
    answers: { 200: 'events' },
    refuses: ['EVENT_STREAM_ONLY', 'TOO_MANY_STREAMS'],
  })
  open(
    @Req() request: FastifyRequest,
    @CurrentSubject() subject: Subject,
    @Headers('accept') accept?: string,
    @Headers('last-event-id') after?: string,
  ): StreamableFile {
    if (accept?.toLowerCase().includes('text/event-stream') !== true) throw new UserError('EVENT_STREAM_ONLY')
    return new StreamableFile(this.streams.begin(request, subject, after), { type: 'text/event-stream' })
  }
}
