import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'ldapts'
import { makeCertificate } from './certificate.js'
import { accepts, freePort } from './free-port.js'
import { startOnLeash, type Leash, type LeashSignal } from './leash.js'
import { findProgram } from './system.js'
import { temporaryFolder } from './temporary-folder.js'
import { waitUntil } from './wait-until.js'

const BASE = 'dc=example,dc=org'
const ROOT = { dn: `cn=root,${BASE}`, password: 'root of all' }

/** A private OpenLDAP, with `memberOf`, and people and groups below `ou=people` and `ou=groups`. */
export interface SlapdServer extends AsyncDisposable {
  readonly host: string
  /** `ldap://`, which does StartTLS as well. */
  readonly url: string
  /** `ldaps://` */
  readonly secureUrl: string
  readonly base: string
  /** An account that may read everything but passwords; nobody else may, before signing in. */
  readonly searcher: { readonly dn: string; readonly password: string }
  /** PEM of what its certificate, which is for its address alone, is signed by. */
  readonly authority: string
  /** As somebody who may change everything. */
  change(work: (client: Client) => Promise<unknown>): Promise<void>
  /** `STOP` makes it silent without refusing anybody; `CONT` makes it go on. */
  signal(signal: LeashSignal): void
  stop(): Promise<void>
  /** Starts it again on the same ports, with what it held. */
  start(): Promise<void>
}

/** The DN of an entry, and its attributes. */
export type SlapdEntry = readonly [dn: string, attributes: Readonly<Record<string, string | string[]>>]

/**
 * @param entries further ones, in an order in which they can be added
 * @param host    address of this machine to listen on
 */
export async function startSlapd(entries: readonly SlapdEntry[] = [], host = '127.0.0.1'): Promise<SlapdServer> {
  const command = await findProgram('slapd', 'slapd')
  const fill = await findProgram('slapadd', 'slapd')
  const folder = await temporaryFolder('slapd')
  const path = (name: string) => join(folder.path, name)
  await mkdir(path('data'))
  const authority = await makeCertificate(host, path('key.pem'), path('certificate.pem'))
  await writeFile(path('slapd.conf'), configuration(folder.path))
  await writeFile(path('entries.ldif'), ENTRIES)
  await promisify(execFile)(fill, ['-q', '-f', path('slapd.conf'), '-l', path('entries.ldif')])

  const [port, securePort] = [await freePort(host), await freePort(host)]
  const [url, secureUrl] = [`ldap://${host}:${port}`, `ldaps://${host}:${securePort}`]
  let server: Leash | undefined
  const start = async () => {
    const leash = startOnLeash({
      command,
      args: ['-d', '0', '-f', path('slapd.conf'), '-h', `${url} ${secureUrl}`],
      stopSignal: 'TERM',
      folder: folder.path,
      cwd: folder.path,
    })
    server = leash
    await waitUntil(async () => (await accepts(port, host)) && accepts(securePort, host), {
      what: 'slapd starts',
      givesUp: () => (leash.running ? undefined : leash.output()),
    })
  }
  const dispose = async () => {
    server?.signal('CONT')
    await server?.stop()
    await folder[Symbol.asyncDispose]()
  }
  const change = async (work: (client: Client) => Promise<unknown>) => {
    await using client = new Client({ url, timeout: 10_000 })
    await client.bind(ROOT.dn, ROOT.password)
    await work(client)
  }
  const begin = async () => {
    await start()
    // Not from a file: only what is added to a server that runs becomes part of memberOf.
    await change(async (client) => {
      for (const [dn, attributes] of entries) await client.add(dn, { ...attributes })
    })
  }
  await begin().catch(async (error: unknown) => {
    await dispose()
    throw error
  })

  return {
    host,
    url,
    secureUrl,
    base: BASE,
    searcher: { dn: `cn=searcher,${BASE}`, password: 'looks things up' },
    authority,
    change,
    signal: (signal) => server?.signal(signal),
    stop: async () => server?.stop(),
    start,
    [Symbol.asyncDispose]: dispose,
  }
}

const configuration = (folder: string) => `
${['core', 'cosine', 'inetorgperson', 'nis'].map((schema) => `include /etc/ldap/schema/${schema}.schema`).join('\n')}
modulepath /usr/lib/ldap
moduleload back_mdb
moduleload memberof
pidfile ${folder}/pid
sizelimit unlimited
TLSCACertificateFile ${folder}/certificate.pem
TLSCertificateFile ${folder}/certificate.pem
TLSCertificateKeyFile ${folder}/key.pem

database mdb
suffix ${BASE}
rootdn ${ROOT.dn}
rootpw "${ROOT.password}"
directory ${folder}/data
maxsize 67108864
dbnosync
index objectClass,uid,cn,member,entryUUID eq
overlay memberof
access to attrs=userPassword by anonymous auth by * none
access to * by users read by * none
`

const ENTRIES = `
dn: ${BASE}
objectClass: dcObject
objectClass: organization
o: Example

dn: ou=people,${BASE}
objectClass: organizationalUnit

dn: ou=groups,${BASE}
objectClass: organizationalUnit

dn: cn=searcher,${BASE}
objectClass: organizationalRole
objectClass: simpleSecurityObject
userPassword: looks things up
`
