import type { Provider } from '../provider.js'
import { dockerHub } from './docker-hub.js'

const at = (...addresses: readonly (readonly [key: string, value: string])[]) =>
  addresses.map(([key, value]) => ({ key, value }))

/** Every kind of registry that an administrator may set up. */
const all: readonly Provider[] = [
  { type: 'berth', title: 'Berth', addresses: [] },
  { type: 'harbor', title: 'Harbor', addresses: [] },
  { type: 'docker-registry', title: 'Docker or OCI registry', addresses: [] },
  dockerHub,
  { type: 'github-ghcr', title: 'GitHub', addresses: at(['ghcr.io', 'https://ghcr.io']) },
  { type: 'gitlab', title: 'GitLab', addresses: at(['gitlab.com', 'https://registry.gitlab.com']) },
  { type: 'quay', title: 'Quay', addresses: at(['quay.io', 'https://quay.io']) },
  { type: 'aws-ecr', title: 'Amazon ECR', addresses: [] },
  { type: 'azure-acr', title: 'Azure Container Registry', addresses: [] },
  {
    type: 'google-gcr',
    title: 'Google Artifact Registry',
    addresses: at(
      ['gcr.io', 'https://gcr.io'],
      ['eu.gcr.io', 'https://eu.gcr.io'],
      ['us.gcr.io', 'https://us.gcr.io'],
      ['asia.gcr.io', 'https://asia.gcr.io'],
      ['us-docker.pkg.dev', 'https://us-docker.pkg.dev'],
      ['europe-docker.pkg.dev', 'https://europe-docker.pkg.dev'],
      ['asia-docker.pkg.dev', 'https://asia-docker.pkg.dev'],
    ),
    fixedKey: '_json_key',
  },
]

export const providers: ReadonlyMap<string, Provider> = new Map(all.map((provider) => [provider.type, provider]))
