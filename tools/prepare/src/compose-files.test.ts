import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

const read = (name: string) => readFileSync(join(import.meta.dirname, '../../..', name), 'utf8')

interface Service {
  image?: string
  restart?: string
  ports?: string[]
  pids_limit?: number
  mem_limit?: string
  cap_drop?: string[]
  healthcheck?: { interval: string }
  logging?: { options: { tag: string; 'syslog-address': string } }
}

const { services }: { services: Record<string, Service> } = parse(read('docker-compose.yml'), { merge: true })

describe.each(Object.entries(services))('the container %s', (name, service) => {
  test('is of an image that no registry can answer for', () => {
    expect(service.image).toBe(`berth.invalid/${name}:\${BERTH_VERSION}`)
  })

  test('stays stopped where an operator has stopped it', () => {
    expect(service.restart).toBe('unless-stopped')
  })

  test('is asked for its health once a minute, for asking is what costs most at rest', () => {
    expect(service.healthcheck?.interval).toBe('60s')
  })

  test('has bounds, and no right beyond those of its user', () => {
    expect(service.pids_limit).toBeGreaterThan(0)
    expect(service.mem_limit).toMatch(/^\d+[mg]$/)
    expect(service.cap_drop).toEqual(['ALL'])
  })

  test.runIf(name !== 'log')('logs under its own name, through this machine alone', () => {
    expect(service.logging?.options).toEqual({ tag: name, 'syslog-address': `udp://127.0.0.1:\${LOG_PORT}` })
  })
})

test('what TLS adds is no image, and only to a container that is there', () => {
  const added: { services: Record<string, Service> } = parse(read('docker-compose.https.yml'))
  for (const [name, { image }] of Object.entries(added.services)) {
    expect(Object.keys(services)).toContain(name)
    expect(image).toBeUndefined()
  }
})

test('only the proxy can be reached from other machines', () => {
  const open = Object.entries(services).filter(([, { ports = [] }]) => ports.some((port) => !port.startsWith('127.')))
  expect(open.map(([name]) => name)).toEqual(['proxy'])
})

test('install.sh builds and loads the images that the containers are of', () => {
  const script = read('tools/install/docker.sh')
  expect(/^IMAGES=(.*)$/m.exec(script)?.[1]).toBe('berth.invalid')
  const images = /^docker_images=\((.*)\)$/m.exec(script)?.[1]?.split(' ')
  expect(images?.toSorted()).toEqual(Object.keys(services).toSorted())
})

test('the log makes a file for each container, and for nothing else that is sent to its port', () => {
  const pattern = /re_match\(\$programname, "(.*)\\\$"\)/.exec(read('deploy/log/rsyslog.conf'))?.[1] ?? ''
  const accepts = new RegExp(`${pattern}$`)
  for (const name of Object.keys(services).filter((name) => name !== 'log')) expect(name).toMatch(accepts)
  for (const name of ['kernel', 'apix', 'xapi', '../api', 'API', '']) expect(name).not.toMatch(accepts)
})

test('the package for machines without a network has what its reader is pointed to', () => {
  const script = read('tools/package-offline.sh')
  for (const part of ['README.md', 'README.zh-CN.md', 'SECURITY.md', 'cp -r docs', 'sha256sum "$name.tgz"'])
    expect(script).toContain(part)
  for (const name of ['README.md', 'README.zh-CN.md']) {
    expect(read(name)).toContain('`tools/package-offline.sh`')
    // pnpm is not on the PATH of a machine that has been set up as told.
    expect(read(name)).not.toContain('pnpm package')
  }
})

test('the documents say what an engine does by itself', () => {
  for (const name of ['README.md', 'README.zh-CN.md']) {
    expect(read(name)).toContain('<hostname>:80')
    expect(read(name)).toContain('IPv6')
  }
  expect(read('harbor.cfg')).toMatch(/^log_port = \d+$/m)
})
