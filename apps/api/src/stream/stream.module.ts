import { Module } from '@nestjs/common'
import { LiveFeed } from './live-feed.js'
import { LiveRights } from './live-rights.js'
import { LiveStreams } from './live-streams.js'
import { StreamController } from './stream.controller.js'

@Module({ controllers: [StreamController], providers: [LiveFeed, LiveRights, LiveStreams] })
export class StreamModule {}
