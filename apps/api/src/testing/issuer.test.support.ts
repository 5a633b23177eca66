import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'

interface Signer {
  readonly kid: string
  readonly keys: Awaited<ReturnType<typeof generateKeyPair>>
}

/** A key with a name. */
export async function newSigner(kid: string): Promise<Signer> {
  return { kid, keys: await generateKeyPair('RS256') }
}

interface SigningOptions {
  readonly signer?: Signer
  /** Seconds, from now on. */
  readonly life?: number | 'for ever'
}

/** An issuer as pipelines have one: it says where its keys are, shows them, and signs tokens for jobs. */
export class Issuer implements AsyncDisposable {
  url = ''
  /** The first one signs. */
  signers: Signer[] = []
  /** What it says that it is; itself, where this is undefined. */
  claimed: string | undefined
  /** Milliseconds that it lets wait. */
  delay = 0
  /** Does it show no keys? */
  isBroken = false
  /** Bytes of nothing in front of each answer. */
  padding = 0
  /** Paths that were asked for. */
  readonly asked: string[] = []
  private readonly server = createServer((request, response) => {
    this.asked.push(request.url ?? '')
    void this.answer(request.url ?? '', response)
  })

  static async start(): Promise<Issuer> {
    const issuer = new Issuer()
    issuer.signers = [await newSigner('one')]
    await new Promise<void>((resolve) => issuer.server.listen(0, '127.0.0.1', resolve))
    issuer.url = `http://127.0.0.1:${(issuer.server.address() as AddressInfo).port}`
    return issuer
  }

  /** A token that is good for a minute, unless its life says otherwise. */
  sign(claims: JWTPayload, { signer = this.signers[0], life = 60 }: SigningOptions = {}): Promise<string> {
    if (!signer) throw new Error('There is no key to sign with.')
    const now = Math.floor(Date.now() / 1000)
    return new SignJWT({ iss: this.url, iat: now, ...(life !== 'for ever' && { exp: now + life }), ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: signer.kid })
      .sign(signer.keys.privateKey)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.closeAllConnections()
    await new Promise<void>((resolve) => this.server.close(() => resolve()))
  }

  private async answer(path: string, response: ServerResponse): Promise<void> {
    await sleep(this.delay)
    const about =
      path === '/keys' ? await this.keySet() : { issuer: this.claimed ?? this.url, jwks_uri: `${this.url}/keys` }
    response.setHeader('content-type', 'application/json').end(' '.repeat(this.padding) + JSON.stringify(about))
  }

  private async keySet() {
    if (this.isBroken) return 'nothing'
    const keys = this.signers.map(async ({ kid, keys: { publicKey } }) => ({ ...(await exportJWK(publicKey)), kid }))
    return { keys: await Promise.all(keys) }
  }
}
