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

/** A real nginx in front of a registry, with the locations that are shipped. */
export async function startRegistryProxy(registry: ProxiedRegistry): Promise<NginxServer> {
  const [locations, proxy] = await Promise.all(
    ['registry.locations', 'registry-proxy.conf'].map((name) => readFile(new URL(name, deploy), 'utf8')),
  )
  const fill = (text = '') =>
    text
      .replaceAll('include ${CONFIG}/registry-proxy.conf;', () => proxy ?? '')
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
        fastcgi_temp_path fastcgi;
        uwsgi_temp_path uwsgi;
        scgi_temp_path scgi;
        map $http_x_forwarded_proto $berth_proto { default $scheme; ~^https?$ $http_x_forwarded_proto; }
        map $http_x_forwarded_host $berth_host { default $http_host; "~^[A-Za-z0-9.:-]+$" $http_x_forwarded_host; }
        map $http_x_request_id $berth_request_id { default $request_id; }
        map "$request_method $content_length $http_transfer_encoding" $berth_has_body { default 1; "~^(GET|HEAD|DELETE|OPTIONS) " ""; "~ 0 $" ""; }
        upstream registry { server 127.0.0.1:${registry.port} max_fails=0; keepalive 8; }
        server {
          listen 127.0.0.1:${port};
          ${fill(locations)}
        }
      }`,
  )
}
