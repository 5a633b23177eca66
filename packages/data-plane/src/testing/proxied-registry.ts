import { startRegistryProxy } from '@berth/testkit'
import { startTestRegistry } from './test-registry.js'

/** The data plane behind the proxy that is shipped, and a client that goes through it with every right it asks for. */
export async function startProxiedRegistry() {
  const registry = await startTestRegistry()
  const proxy = await startRegistryProxy(registry)
  const client = registry.client(proxy.url)
  return {
    registry,
    proxy,
    client,
    /** Begins an upload. @returns its address */
    begin: async (name: string): Promise<string> => {
      const response = await client.expect(202, 'POST', `${name}/blobs/uploads/`)
      return response.headers.get('location') ?? ''
    },
    async [Symbol.asyncDispose](): Promise<void> {
      await proxy[Symbol.asyncDispose]()
      await registry[Symbol.asyncDispose]()
    },
  }
}
