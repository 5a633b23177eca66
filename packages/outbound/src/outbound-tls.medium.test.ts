import { readFile } from 'node:fs/promises'
import { createServer as createPlainServer, type RequestListener, type Server } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { makeCertificate, temporaryFolder } from '@berth/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Outbound, type OutboundOptions } from './outbound.js'

const folder = await temporaryFolder('outbound-tls')
const servers: Server[] = []
let authority: string
let plain: number
let secure: number

async function listen(server: Server): Promise<number> {
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, resolve))
  return (server.address() as AddressInfo).port
}

beforeAll(async () => {
  const [key, cert] = [join(folder.path, 'key'), join(folder.path, 'certificate')]
  authority = await makeCertificate('127.0.0.1', key, cert)
  /** Leads where the path says, and says otherwise what it was asked. */
  const listener: RequestListener = ({ url = '', headers }, response) => {
    if (url === '/') response.end(JSON.stringify(headers))
    else response.writeHead(302, { location: decodeURIComponent(url.slice(1)) }).end()
  }
  plain = await listen(createPlainServer(listener))
  secure = await listen(createServer({ key: await readFile(key), cert: authority }, listener))
})
afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
  await folder[Symbol.asyncDispose]()
})

async function get(address: string, options: OutboundOptions = {}) {
  await using outbound = new Outbound({ allow: ['127.0.0.1', 'localhost'], ...options })
  const headers = { authorization: 'Bearer secret' }
  return (await outbound.request(address, { headers })).json()
}

describe('a server with TLS', () => {
  it('whose certificate nobody vouches for is not spoken to, unless any is to be taken', async () => {
    const address = `https://127.0.0.1:${secure}/`
    const refused = { reason: 'unreachable', message: expect.stringContaining('self-signed') as unknown }
    await expect(get(address)).rejects.toMatchObject(refused)
    await expect(get(address, { verifyCertificates: true })).rejects.toMatchObject(refused)
    expect(await get(address, { verifyCertificates: false })).toHaveProperty('host')
  })

  it('is spoken to where an authority vouches for it, under the name that it vouches for', async () => {
    expect(await get(`https://127.0.0.1:${secure}/`, { authority })).toHaveProperty('host')
    const other = get(`https://localhost:${secure}/`, { authority })
    await expect(other).rejects.toMatchObject({ message: expect.stringContaining('altnames') as unknown })
  })
})

describe('a redirect', () => {
  const led = (from: string, to: string) => get(`${from}/${encodeURIComponent(`${to}/`)}`, { authority })

  it('from HTTPS to HTTP is refused, at the first step as at a later one', async () => {
    const [http, https] = [`http://127.0.0.1:${plain}`, `https://127.0.0.1:${secure}`]
    const refused = {
      reason: 'redirect-refused',
      message: `127.0.0.1:${secure} redirects from HTTPS to http://127.0.0.1:${plain}`,
    }
    await expect(led(https, http)).rejects.toMatchObject(refused)
    await expect(led(http, `${https}/${encodeURIComponent(http)}`)).rejects.toMatchObject(refused)
  })

  it('from HTTP to HTTPS is followed, without credentials', async () => {
    expect(await led(`http://127.0.0.1:${plain}`, `https://127.0.0.1:${secure}`)).not.toHaveProperty('authorization')
  })

  it('within HTTPS is followed, with credentials at the same origin', async () => {
    expect(await led(`https://127.0.0.1:${secure}`, `https://127.0.0.1:${secure}`)).toHaveProperty('authorization')
  })
})
