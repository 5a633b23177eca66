import { parseRepositoryName } from '@berth/oci'
import type { Provider } from '../provider.js'

/** People name Docker Hub by its pages, and its official images without the project in which they are. */
export const dockerHub: Provider = {
  type: 'docker-hub',
  title: 'Docker Hub',
  addresses: [{ key: 'hub.docker.com', value: 'https://hub.docker.com' }],
  isFixed: true,
  registryUrl: () => new URL('https://registry-1.docker.io'),
  fullName: (name) => (name.includes('/') ? name : parseRepositoryName(`library/${name}`)),
}
