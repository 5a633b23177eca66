import { RowSecrets } from '@berth/secrets'

export type EndpointSecrets = RowSecrets<[id: number]>

/** What endpoints are signed in to with, as it is stored. @param secretKey the installation's */
export const endpointSecrets = (secretKey: string): EndpointSecrets =>
  new RowSecrets(secretKey, 'registry endpoints', (id) => `registry_endpoint/${id}`)
