import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { findProgram, freePort } from '@berth/testkit'
import { blobFile } from './distribution-tree.js'
import type { Server } from './server.js'
import { startServer } from './start-server.js'

function configuration(folder: string, files: string, port: number): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  return `${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes auto;
pid ${folder}/nginx.pid;
error_log stderr warn;
daemon off;
events { worker_connections 1024; }
http {
    ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n    ')}
    access_log off;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 100000;
    server {
        listen 127.0.0.1:${port};
        root ${files};
    }
}
`
}

/**
 * nginx that sends a registry's blob files and does nothing else: the most that a registry on this machine could reach.
 *
 * @param folder its own, empty
 * @param files what holds `docker/registry/v2`
 */
export async function startBareNginx(folder: string, files: string): Promise<Server> {
  const nginx = await findProgram('nginx', 'nginx')
  const port = await freePort()
  const configFile = join(folder, 'nginx.conf')
  await mkdir(folder, { recursive: true })
  await writeFile(configFile, configuration(folder, files, port))
  const server = await startServer({
    name: 'nginx',
    command: nginx,
    args: ['-e', 'stderr', '-p', folder, '-c', configFile],
    port,
    logFile: join(folder, 'nginx.log'),
    stopSignal: 'TERM',
  })
  const { stderr } = await promisify(execFile)(nginx, ['-v'])
  return {
    id: 'nginx',
    title: `nginx ${stderr.trim().split('/').at(-1) ?? ''}`.trim(),
    url: `http://127.0.0.1:${port}`,
    processRoots: [server.pid],
    blobPath: (_repository, digest) => `/${blobFile(digest)}`,
    authorization: () => Promise.resolve(undefined),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}
