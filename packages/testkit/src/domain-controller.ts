import { execFile } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'ldapts'
import { makeCertificate } from './certificate.js'
import { accepts } from './free-port.js'
import { startOnLeash, type Leash } from './leash.js'
import type { SlapdEntry } from './slapd.js'
import { findProgram } from './system.js'
import { temporaryFolder } from './temporary-folder.js'
import { waitUntil } from './wait-until.js'

const BASE = 'dc=example,dc=test'
const ADMINISTRATOR = { name: 'administrator@example.test', password: 'Rules the domain 1' }

/** A private Active Directory: Samba's, which is a domain controller as clients see it. */
export interface DomainController extends AsyncDisposable {
  /** `ldap://`, which does StartTLS as well, and takes no password before. */
  readonly url: string
  /** `ldaps://` */
  readonly secureUrl: string
  readonly base: string
  /** An account that may read people and groups, by its user principal name. */
  readonly searcher: { readonly name: string; readonly password: string }
  /** PEM of what its certificate, which is for its address alone, is signed by. */
  readonly authority: string
  /** As somebody who may change everything. */
  change(work: (client: Client) => Promise<unknown>): Promise<void>
}

/** A password as Active Directory takes it: within quotation marks, in UTF-16. */
export const unicodePwd = (password: string): string => [...`"${password}"`].map((sign) => `${sign}\0`).join('')

/**
 * Takes some 15 seconds. Needs root: its ports cannot be chosen. The address can, and is a loopback address of its own.
 *
 * @param entries in an order in which they can be added
 */
export async function startDomainController(entries: readonly SlapdEntry[]): Promise<DomainController> {
  const command = await findProgram('samba', 'samba-ad-dc')
  const tool = await findProgram('samba-tool', 'samba-ad-dc')
  const folder = await temporaryFolder('samba')
  const path = (...names: string[]) => join(folder.path, ...names)
  const host = `127.${randomInt(64, 128)}.${randomInt(256)}.${randomInt(1, 255)}`
  const [url, secureUrl] = [`ldap://${host}`, `ldaps://${host}`]
  let server: Leash | undefined
  const dispose = async () => {
    await server?.stop()
    await folder[Symbol.asyncDispose]()
  }
  const change = async (work: (client: Client) => Promise<unknown>) => {
    await using client = new Client({ url: secureUrl, timeout: 20_000, tlsOptions: { rejectUnauthorized: false } })
    await client.bind(ADMINISTRATOR.name, ADMINISTRATOR.password)
    await work(client)
  }
  const begin = async () => {
    await promisify(execFile)(tool, provision(folder.path))
    const authority = await makeCertificate(host, path('key.pem'), path('certificate.pem'))
    await chmod(path('key.pem'), 0o600)
    await Promise.all(['pid', 'rpc'].map((name) => mkdir(path(name))))
    const settings = path('domain', 'etc', 'smb.conf')
    await writeFile(settings, configuration(await readFile(settings, 'utf8'), folder.path, host))
    const leash = startOnLeash({
      command,
      args: ['-i', '-M', 'single', '-s', settings],
      stopSignal: 'TERM',
      folder: folder.path,
      cwd: folder.path,
    })
    server = leash
    await waitUntil(async () => (await accepts(389, host)) && accepts(636, host), {
      what: 'samba starts',
      givesUp: () => (leash.running ? undefined : leash.output()),
    })
    await change(async (client) => {
      for (const [dn, attributes] of entries) await client.add(dn, { ...attributes })
    })
    return authority
  }
  const authority = await begin().catch(async (error: unknown) => {
    await dispose()
    throw error
  })
  const searcher = { name: ADMINISTRATOR.name, password: ADMINISTRATOR.password }
  return { url, secureUrl, base: BASE, searcher, authority, change, [Symbol.asyncDispose]: dispose }
}

/** A domain of its own, with no service but the directory: neither DNS nor Kerberos nor files. */
const provision = (folder: string) => [
  'domain',
  'provision',
  '--realm=EXAMPLE.TEST',
  '--domain=EXAMPLE',
  '--server-role=dc',
  '--dns-backend=NONE',
  '--host-name=dc1',
  '--host-ip=127.0.0.1',
  `--adminpass=${ADMINISTRATOR.password}`,
  `--targetdir=${join(folder, 'domain')}`,
  `--option=posix:eadb=${join(folder, 'attributes.tdb')}`,
]

const configuration = (provisioned: string, folder: string, host: string) =>
  provisioned.replace(
    '[global]',
    `[global]
interfaces = ${host}/8
bind interfaces only = yes
server services = ldap
log file = ${folder}/log
pid directory = ${folder}/pid
ncalrpc dir = ${folder}/rpc
tls certfile = ${folder}/certificate.pem
tls keyfile = ${folder}/key.pem
tls cafile =
`,
  )
