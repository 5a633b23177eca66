import type { TFunction } from 'i18next'

/** Kinds of registries, in the order in which they are offered, with the address of those that have one alone or a usual one. */
export const kinds = [
  { type: 'docker-registry', url: '' },
  { type: 'berth', url: '' },
  { type: 'harbor', url: '' },
  { type: 'docker-hub', url: 'https://hub.docker.com' },
  { type: 'github-ghcr', url: 'https://ghcr.io' },
  { type: 'gitlab', url: 'https://registry.gitlab.com' },
  { type: 'quay', url: 'https://quay.io' },
  { type: 'aws-ecr', url: '' },
  { type: 'azure-acr', url: '' },
  { type: 'google-gcr', url: 'https://us-docker.pkg.dev' },
] as const

/** One of a newer server stands as it is. */
export function kindName(t: TFunction, type: string): string {
  const known = kinds.find((kind) => kind.type === type)
  return known === undefined ? type : t(`registry.kinds.${known.type}`)
}
