import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ApiSettings } from '../api-settings.js'

/** A registry that says of what the api knows that it is so, and holds nothing else: for tests of what the api says by itself. */
export class StandInRegistry implements AsyncDisposable {
  private readonly server = createServer((request, response) =>
    response.writeHead(request.headers['if-none-match'] === undefined ? 404 : 304).end(),
  )

  static async start(): Promise<StandInRegistry> {
    const registry = new StandInRegistry()
    await new Promise<void>((resolve) => registry.server.listen(0, '127.0.0.1', resolve))
    return registry
  }

  /** Where the api finds it; the other components are away. */
  get components(): ApiSettings['components'] {
    const away = 'http://127.0.0.1:1'
    const { port } = this.server.address() as AddressInfo
    return { registryUrl: `http://127.0.0.1:${port}`, jobserviceUrl: away, portalUrl: away }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.closeAllConnections()
    this.server.close()
  }
}
