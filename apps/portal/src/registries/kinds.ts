import type { TFunction } from 'i18next'

/** Kinds of registries that have a name in words; which there are, the server tells. */
const named = [
  'docker-registry',
  'berth',
  'harbor',
  'docker-hub',
  'github-ghcr',
  'gitlab',
  'quay',
  'aws-ecr',
  'azure-acr',
  'google-gcr',
] as const

/** One of a newer server stands as it is. */
export function kindName(t: TFunction, type: string): string {
  const known = named.find((name) => name === type)
  return known === undefined ? type : t(`registry.kinds.${known}`)
}
