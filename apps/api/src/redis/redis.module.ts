import { Global, Logger, Module, type OnApplicationShutdown } from '@nestjs/common'
import { Redis } from 'ioredis'
import { type ApiSettings, SETTINGS } from '../api-settings.js'

function createRedis({ redis }: ApiSettings): Redis {
  const client = new Redis({
    host: redis.host,
    port: redis.port,
    db: redis.database,
    ...(redis.password === undefined ? {} : { password: redis.password }),
    // A request is answered at once when Redis is away, rather than held until it returns.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: 2000,
    connectTimeout: 2000,
    retryStrategy: (times) => Math.min(times * 100, 1000),
  })
  const logger = new Logger('Redis')
  let reachable = true
  client.on('ready', () => {
    if (!reachable) logger.log('Redis can be reached again')
    reachable = true
  })
  client.on('error', (error: Error) => {
    if (reachable) logger.warn(`Redis cannot be reached: ${error.message}`)
    reachable = false
  })
  return client
}

@Global()
@Module({
  providers: [{ provide: Redis, inject: [SETTINGS], useFactory: createRedis }],
  exports: [Redis],
})
export class RedisModule implements OnApplicationShutdown {
  constructor(private readonly redis: Redis) {}

  onApplicationShutdown(): void {
    this.redis.disconnect()
  }
}
