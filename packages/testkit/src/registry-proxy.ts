import { userInfo } from 'node:os'
import { readFile } from 'node:fs/promises'
import { startNginx, type NginxServer } from './nginx.js'

const deploy = new URL('../../../deploy/proxy/', import.meta.url)

/** What a proxy has to know of the registry behind it. */
export interface ProxiedRegistry {
  /** Where it listens, of 127.0.0.1. */
  readonly port: number
  /** Its storage root and spool folder. */
  readonly root: string
  readonly spool: string
}

/** A real nginx in front of a registry, with the maps and locations that are shipped. */
export async function startRegistryProxy(registry: ProxiedRegistry): Promise<NginxServer> {
  const [maps, locations, proxy, security] = await Promise.all(
    ['request.maps', 'registry.locations', 'registry-proxy.conf', 'security-headers.conf'].map((name) =>
      readFile(new URL(name, deploy), 'utf8'),
    ),
  )
  const fill = (text = '') =>
    text
      .replaceAll('include ${CONFIG}/registry-proxy.conf;', () => proxy ?? '')
      .replaceAll('include ${CONFIG}/security-headers.conf;', () => security?.replace('${HSTS}', '') ?? '')
      .replaceAll('${STORAGE_ROOT}', registry.root)
      .replaceAll('${SPOOL}', registry.spool)
  return startNginx(
    ({ port }) => `
      ${process.getuid?.() === 0 ? `user ${userInfo().username};` : ''}
      worker_processes 1;
      pid nginx.pid;
      error_log stderr warn;
      events { worker_connections 4096; }
      http {
        access_log off;
        large_client_header_buffers 4 32k;
        sendfile on;
        client_body_temp_path body;
        proxy_temp_path proxy;
        proxy_max_temp_file_size 0;
        fastcgi_temp_path fastcgi;
        uwsgi_temp_path uwsgi;
        scgi_temp_path scgi;
        proxy_cache_path preflight keys_zone=preflight:1m use_temp_path=off;
        proxy_cache_path pulls keys_zone=pulls:1m use_temp_path=off;
        ${maps?.replace('${BELIEVED}', 'default 1;')}
        upstream registry { server 127.0.0.1:${registry.port} max_fails=0; keepalive 8; }
        server {
          listen 127.0.0.1:${port};
          ${fill('include ${CONFIG}/security-headers.conf;')}
          ${fill(locations)}
        }
      }`,
  )
}
