import type { Places } from './places.js'
import type { ReadTemplate } from './proxy-files.js'
import { fillTemplate } from './template.js'

/**
 * Configuration of PostgreSQL, by file name.
 *
 * @param connections most that may be open at once
 */
export function postgresqlFiles(places: Places, connections: number, read: ReadTemplate): Record<string, string> {
  const { host, port, sockets = '' } = places.postgresql
  return {
    'postgresql.conf': fillTemplate(read('postgresql/postgresql.conf'), {
      LISTEN: places.mode === 'docker' ? '*' : host,
      PORT: port,
      SOCKETS: sockets,
      CONNECTIONS: connections,
    }),
    // In a container: whoever is on the network of the stack, which nothing else joins.
    'pg_hba.conf': fillTemplate(read('postgresql/pg_hba.conf'), {
      CLIENTS: places.mode === 'docker' ? 'all' : '127.0.0.1/32',
    }),
  }
}

/** redis.conf; it holds the password. */
export function redisFile(places: Places, password: string, read: ReadTemplate): string {
  return fillTemplate(read('redis/redis.conf'), {
    LISTEN: places.redis.host,
    PORT: places.redis.port,
    PASSWORD: password,
    DATA: places.redisData,
  })
}
