import type { Configuration } from '../cfg/configuration.js'
import { seedsOf } from '../cfg/changes.js'
import type { Owner } from '../files.js'
import type { Mode, Places } from './places.js'
import { envFile } from './template.js'

export interface Installation {
  readonly mode: Mode
  readonly version: string
  readonly owner: Owner
  readonly project: string
  /** Of each service a hash over its rendered files. */
  readonly rendered: Readonly<Record<string, string>>
}

/** `.env` beside docker-compose.yml: what compose fills in, and what ./berth and the next ./install.sh know this installation by. */
export function installationEnv(configuration: Configuration, places: Places, installation: Installation): string {
  const { mode, version, owner, project, rendered } = installation
  const files = ['docker-compose.yml', ...(configuration.tls === undefined ? [] : ['docker-compose.https.yml'])]
  return envFile({
    BERTH_MODE: mode,
    BERTH_VERSION: version,
    BERTH_UID: owner.uid,
    BERTH_GID: owner.gid,
    BERTH_PORTAL: configuration.portalUrl,
    BERTH_REGISTRY_NAME: configuration.registryName,
    BERTH_PROTOCOL: configuration.external_url?.split(':')[0] ?? configuration.ui_url_protocol,
    BERTH_SEEDS: seedsOf(configuration),
    BERTH_PORTS: ownPorts(configuration, places).join(','),
    COMPOSE_PROJECT_NAME: project,
    COMPOSE_FILE: files.join(':'),
    HTTP_PORT: configuration.http_port,
    HTTPS_PORT: configuration.https_port,
    LOG_PORT: configuration.log_port,
    DATA_VOLUME: configuration.data_volume,
    LOG_LOCATION: configuration.log_location,
    REGISTRY_PORT: places.registry.port,
    API_PORT: places.api.port,
    JOBSERVICE_PORT: places.jobservice.port,
    POSTGRESQL_PORT: places.postgresql.port,
    REDIS_PORT: places.redis.port,
    ...Object.fromEntries(
      Object.entries(rendered).map(([service, hash]) => [`BERTH_RENDERED_${service.toUpperCase()}`, hash]),
    ),
  })
}

function ownPorts(configuration: Configuration, places: Places): number[] {
  const front = [configuration.http_port, ...(configuration.tls === undefined ? [] : [configuration.https_port])]
  if (places.mode === 'docker') return [...front, configuration.log_port]
  const services = [places.registry, places.api, places.jobservice, places.postgresql, places.redis]
  return [...front, ...services.map((service) => service.port)]
}
