import { PushClient } from './load/push-client.js'
import { makeBlob, makeImage, type SyntheticBlob, type SyntheticImage } from './load/synthetic-image.js'
import type { RegistryServer } from './servers/server.js'

/** The project, that is the first part of each repository's name. */
export const PROJECT = 'bench'
export const PULL_REPOSITORY = `${PROJECT}/pull`
const MODEL_REPOSITORY = `${PROJECT}/model`

const KIB = 1024
const MIB = 1024 * KIB
export const SMALL = 10 * KIB
export const MEDIUM = MIB
export const LARGE = 256 * MIB

/** Content that takes long to make, and is made only for a workload that needs it. */
export type Need = 'large blob' | '1,000 tags' | '10,000 tags' | 'repositories'

/** What every server holds alike. */
export interface Content {
  readonly small: readonly SyntheticBlob[]
  readonly medium: readonly SyntheticBlob[]
  readonly large: SyntheticBlob | undefined
  /** Tagged `latest` in `PULL_REPOSITORY`, where the blobs are too. */
  readonly image: SyntheticImage
  readonly needs: ReadonlySet<Need>
}

export function makeContent(needs: ReadonlySet<Need>): Content {
  return {
    small: Array.from({ length: 20 }, () => makeBlob(SMALL)),
    medium: Array.from({ length: 5 }, () => makeBlob(MEDIUM)),
    large: needs.has('large blob') ? makeBlob(LARGE) : undefined,
    image: makeImage(5, SMALL),
    needs,
  }
}

export const taggedRepository = (tags: number) => `${PROJECT}/tags-${tags}`

function numbered(prefix: string, count: number, digits: number): string[] {
  return Array.from({ length: count }, (_, index) => prefix + String(index).padStart(digits, '0'))
}

/** 5,000 names, 100 in each of 50 projects. */
const manyRepositories = () => numbered(`${PROJECT}-`, 50, 2).flatMap((project) => numbered(`${project}/many-`, 100, 2))

async function seedTags(server: RegistryServer, client: PushClient, image: SyntheticImage, count: number) {
  const repository = taggedRepository(count)
  const [first = '', ...others] = numbered('t', count, 5)
  const authorization = await server.authorization([`repository:${repository}:pull,push`])
  await client.pushImage(repository, first, image, authorization)
  await server.addTags(repository, image.manifest, others)
}

/** Brings the content to a registry that is still empty. */
export async function seed(server: RegistryServer, content: Content): Promise<void> {
  await using client = new PushClient(server.url, 4)
  const { small, medium, large, image, needs } = content
  const authorization = await server.authorization([
    `repository:${PULL_REPOSITORY}:pull,push`,
    `repository:${MODEL_REPOSITORY}:pull,push`,
  ])
  for (const blob of [...small, ...medium, ...(large ? [large] : [])]) {
    await client.pushBlob(PULL_REPOSITORY, blob, authorization)
  }
  await client.pushImage(PULL_REPOSITORY, 'latest', image, authorization)
  if (needs.has('1,000 tags')) await seedTags(server, client, image, 1000)
  if (needs.has('10,000 tags')) await seedTags(server, client, image, 10_000)
  if (needs.has('repositories')) {
    await client.pushImage(MODEL_REPOSITORY, 'latest', makeImage(1, SMALL), authorization)
    await server.addRepositories(MODEL_REPOSITORY, manyRepositories())
  }
}
