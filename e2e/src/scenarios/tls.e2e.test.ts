import { copyFile, mkdir, rm } from 'node:fs/promises'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { freePort, startNginx, type NginxContext } from '@berth/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectSuccess, succeed } from '../clients/command.js'
import { curl, type CurlAnswer } from '../clients/curl.js'
import { DockerClient, type Credentials } from '../clients/docker.js'
import { SkopeoClient } from '../clients/skopeo.js'
import { buildRandomImage } from '../images/random-image.js'
import { setKeys } from '../installation/harbor-cfg.js'
import { launchBrowser } from '../portal/browser.js'
import { Portal } from '../portal/portal.js'
import { openScenario, uniqueName, untilHealthy, type Scenario } from '../scenario.js'

const KEY = '-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes'.split(' ')

let scenario: Scenario
let configuration: string
let original: string
/** host[:port], base URL and clients as they are over HTTPS. */
let registry: string
let secureUrl: string
let docker: DockerClient
/** Folder of `ca.crt`, as skopeo takes it. */
let authorities: string
/** What was made below /etc for Docker to find the authority. */
let dockerTrust: string | undefined
let authority: string
let user: Credentials
let image: string
let imageId: string
let output: string
const project = uniqueName('tls')

beforeAll(async () => {
  scenario = await openScenario()
  const { admin, facts, folder } = scenario
  configuration = join(facts.folder, 'harbor.cfg')
  original = join(folder, 'harbor.cfg')
  await copyFile(configuration, original)
  // Docker verifies no certificate of a loopback address.
  const host = ownAddress()
  const port = facts.httpPort === 80 ? 443 : await freePort()
  registry = port === 443 ? host : `${host}:${port}`
  secureUrl = `https://${registry}`
  authority = await makeCertificates(host)
  authorities = join(folder, 'authorities')
  await mkdir(authorities)
  await copyFile(authority, join(authorities, 'ca.crt'))
  docker = new DockerClient(registry, folder)

  user = await admin.createUser(uniqueName('signaller'))
  await admin.as(user).createProject(project)
  image = (await buildRandomImage(scenario.docker, folder, { layers: 3, bytesPerLayer: 2 ** 20 })).name
  imageId = await docker.imageId(image)
  expectSuccess(await scenario.docker.login(user))
  expectSuccess(await scenario.docker.push(image, `${project}/before:v1`))

  await setKeys(configuration, {
    hostname: host,
    ui_url_protocol: 'https',
    https_port: String(port),
    ssl_cert: join(folder, 'server.crt'),
    ssl_cert_key: join(folder, 'server.key'),
  })
  output = expectSuccess(await scenario.installation.install()).stdout
})

afterAll(async () => {
  if (dockerTrust !== undefined) await rm(dockerTrust, { recursive: true })
  await copyFile(original, configuration)
  await docker.forget(image)
  await scenario[Symbol.asyncDispose]()
})

/** @throws {Error} on a machine that has no address but its loopback's */
function ownAddress(): string {
  const addresses = Object.entries(networkInterfaces()).flatMap(([device, list]) =>
    /^(docker|br-|veth|cni|podman)/.test(device) ? [] : (list ?? []),
  )
  const own = addresses.find(({ family, internal }) => family === 'IPv4' && !internal)
  if (own === undefined) throw new Error('This machine has no IPv4 address that others could use.')
  return own.address
}

/** Makes `ca.crt`, and `server.crt` with `server.key`, which it issued for an address. @returns path of `ca.crt` */
async function makeCertificates(address: string): Promise<string> {
  const at = (name: string) => join(scenario.folder, name)
  const issue = (name: string, subject: string, ...args: readonly string[]) => {
    const files = ['-keyout', at(`${name}.key`), '-out', at(`${name}.crt`)]
    return succeed('openssl', ['req', '-x509', '-days', '2', ...KEY, '-subj', `/CN=${subject}`, ...files, ...args])
  }
  await issue('ca', 'Test authority')
  const extensions = [`subjectAltName=IP:${address},IP:127.0.0.1`, 'basicConstraints=critical,CA:FALSE']
  const issuer = ['-CA', at('ca.crt'), '-CAkey', at('ca.key')]
  await issue('server', address, ...issuer, ...extensions.flatMap((extension) => ['-addext', extension]))
  return at('ca.crt')
}

/** What README.md says of a proxy in front. */
function frontProxy({ port }: NginxContext): string {
  const at = (name: string) => join(scenario.folder, name)
  return `
    ${process.getuid?.() === 0 ? 'user root;' : ''}
    pid nginx.pid;
    events {}
    http {
      access_log off;
      client_body_temp_path body;
      proxy_temp_path proxy;
      fastcgi_temp_path fastcgi;
      uwsgi_temp_path uwsgi;
      scgi_temp_path scgi;
      server {
        listen 127.0.0.1:${port} ssl;
        ssl_certificate ${at('server.crt')};
        ssl_certificate_key ${at('server.key')};
        client_max_body_size 0;
        location / {
          proxy_pass ${scenario.baseUrl};
          proxy_http_version 1.1;
          proxy_request_buffering off;
          proxy_read_timeout 3600s;
          proxy_set_header Host $http_host;
          proxy_set_header X-Forwarded-Proto $scheme;
          proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
        }
      }
    }`
}

/** Asks over HTTPS with no other authority than the test's. */
function ask(url: string, args: readonly string[] = []): Promise<CurlAnswer> {
  return curl(url, ['--cacert', authority, ...args])
}

async function expectSecureCookies(baseUrl: string): Promise<void> {
  const { username, password } = user
  const form = ['--data-urlencode', `principal=${username}`, '--data-urlencode', `password=${password}`]
  const { status, headers } = await ask(`${baseUrl}/c/login`, form)
  expect(status).toBe(200)
  const cookies = headers.getSetCookie()
  expect(cookies.length).toBeGreaterThan(0)
  expect(cookies.filter((cookie) => !/; *secure/i.test(cookie))).toEqual([])
}

/** The token service that clients are sent to, and uploads, have the address that the client asked. */
async function expectOneAddress(baseUrl: string): Promise<void> {
  const challenge = await ask(`${baseUrl}/v2/`)
  expect(challenge.status).toBe(401)
  expect(challenge.headers.get('www-authenticate')).toContain(`Bearer realm="${baseUrl}/service/token"`)
  const query = `service=harbor-registry&scope=repository:${project}/before:pull,push`
  const issued = await ask(`${baseUrl}/service/token?${query}`, ['--user', `${user.username}:${user.password}`])
  const { token }: { token: string } = JSON.parse(issued.body)
  const uploads = `${baseUrl}/v2/${project}/before/blobs/uploads/`
  const upload = await ask(uploads, ['--request', 'POST', '--header', `Authorization: Bearer ${token}`])
  expect(upload.status).toBe(202)
  expect(new URL(upload.headers.get('location') ?? '', uploads).origin).toBe(baseUrl)
}

/** Pulls after every local trace of the image is gone. */
async function expectDockerPulls(client: DockerClient, repository: string): Promise<void> {
  await client.forget(image)
  const name = `${project}/${repository}:v1`
  expectSuccess(await client.pull(name))
  expect(await client.imageId(client.reference(name))).toBe(imageId)
  await client.must(['tag', client.reference(name), image])
}

async function expectSkopeoWorks(skopeo: SkopeoClient, repository: string): Promise<void> {
  expectSuccess(await skopeo.login(user))
  const pushed = skopeo.reference(`${project}/${repository}:v1`)
  expectSuccess(await skopeo.copy(`docker-daemon:${image}`, pushed))
  expectSuccess(await skopeo.copy(pushed, `dir:${scenario.folder}/${repository}`))
}

test('install.sh applies it to the platform that runs, and says where to go', () => {
  expect(output).toContain(`Now you should be able to visit the admin portal at ${secureUrl}.`)
  expect(output).not.toContain('insecure-registries')
  expect(output).not.toContain('was not issued for')
})

test('plain HTTP leads to HTTPS', async () => {
  const { host } = new URL(scenario.baseUrl.replace('127.0.0.1', ownAddress()))
  const { status, headers } = await curl(`http://${host}/projects/${project}?page=2`)
  expect(status).toBe(308)
  expect(headers.get('location')).toBe(`${secureUrl}/projects/${project}?page=2`)
})

describe('over HTTPS', () => {
  test('the portal is served, and browsers are told to stay', async () => {
    const { status, headers, body } = await ask(secureUrl)
    expect(status).toBe(200)
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000')
    expect(body).toContain('<html')
  })

  test('a person signs in and creates a project', async () => {
    await using browser = await launchBrowser()
    await using portal = await Portal.open(browser, secureUrl, 'en-US')
    await portal.signIn(user)
    await portal.createProject(uniqueName('tls-portal'))
    expect(portal.problems).toEqual([])
  })

  test('every cookie of a session is Secure', () => expectSecureCookies(secureUrl))

  test('the token service that clients are sent to, and uploads, are at the same address', () =>
    expectOneAddress(secureUrl))

  test('docker refuses an authority it does not know; with it, it pushes, and pulls what was pushed before', async () => {
    expect((await docker.login(user)).stderr).toMatch(/certificate/)
    const folder = join('/etc/docker/certs.d', registry)
    dockerTrust = await mkdir(folder, { recursive: true })
    await copyFile(authority, join(folder, 'ca.crt'))
    expectSuccess(await docker.login(user))
    expectSuccess(await docker.push(image, `${project}/docker:v1`))
    for (const repository of ['docker', 'before']) await expectDockerPulls(docker, repository)
  })

  test('skopeo refuses an authority it does not know; with it, it pushes and pulls', async () => {
    const strict = new SkopeoClient(registry, scenario.folder, join(scenario.folder, 'none'))
    expect((await strict.login(user)).stderr).toMatch(/certificate/)
    await expectSkopeoWorks(new SkopeoClient(registry, scenario.folder, authorities), 'skopeo')
  })
})

test('the key of another certificate is refused, and what runs goes on', async () => {
  const other = join(scenario.folder, 'ca.key')
  await setKeys(configuration, { ssl_cert_key: other })
  const { code, stdout, stderr } = await scenario.installation.install()
  expect(code).not.toBe(0)
  expect(stdout + stderr).toMatch(/harbor\.cfg:\d+: ssl_cert_key: .* is not the key of /)
  expect((await ask(secureUrl)).status).toBe(200)
})

test('back on plain HTTP everything is there', async () => {
  await copyFile(original, configuration)
  expectSuccess(await scenario.installation.install())
  await untilHealthy(scenario)
  const repositories = await scenario.admin.as(user).repositories(project)
  const names = ['before', 'docker', 'skopeo'].map((name) => `${project}/${name}`)
  expect(repositories.map(({ name }) => name).sort()).toEqual(names)
  await expectDockerPulls(scenario.docker, 'docker')
  await expect(curl(secureUrl, ['--insecure'])).rejects.toThrow('exit code 7')
})

test('behind a proxy that ends TLS, clients stay at its address', async () => {
  await using front = await startNginx(frontProxy)
  const host = `127.0.0.1:${front.port}`
  await expectOneAddress(`https://${host}`)
  await expectSecureCookies(`https://${host}`)
  await expectSkopeoWorks(new SkopeoClient(host, scenario.folder, authorities), 'front')
})
