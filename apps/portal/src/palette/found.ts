import { linkOptions } from '@tanstack/react-router'
import type { Answer } from '../api/client'
import { artifactPath } from '../nav/artifact-path'
import type { searchAllQuery } from './search.queries'

/** What the server answers to a word. */
export type FoundByKind = Answer<typeof searchAllQuery>

/** Where something is. */
export interface FoundPlace {
  project: string
  repository?: string
  /** A tag or a digest; absent: the repository, or the project, itself. */
  reference?: string | undefined
}

/** Something that was found. */
export interface FoundItem extends FoundPlace {
  text: string
  /** Of an artifact: what the word was found in. */
  matched?: FoundByKind['artifacts']['rows'][number]['matched']
}

/** The page of it. */
export function pageOf({ project, repository, reference }: FoundPlace) {
  if (repository === undefined) return linkOptions({ to: '/projects/$project/overview', params: { project } })
  if (reference === undefined)
    return linkOptions({ to: '/projects/$project/repositories/$', params: { project, _splat: repository } })
  return linkOptions({
    to: '/projects/$project/artifacts/$',
    params: { project, _splat: artifactPath(repository, reference) },
  })
}

export const shortReference = (digest: string): string => `@${digest.slice(0, 19)}…`

const within = (name: string, project: string) => name.slice(project.length + 1)

/** What the server has found, by its kinds. */
export function itemsOf({
  projects,
  repositories,
  tags,
  artifacts,
}: FoundByKind): Record<keyof FoundByKind, FoundItem[]> {
  return {
    projects: projects.rows.map(({ name }) => ({ text: name, project: name })),
    repositories: repositories.rows.map(({ name, project_name: project }) => ({
      text: name,
      project,
      repository: within(name, project),
    })),
    tags: tags.rows.map(({ name, repository_name: repository, project_name: project }) => ({
      text: `${repository}:${name}`,
      project,
      repository: within(repository, project),
      reference: name,
    })),
    artifacts: artifacts.rows.map(({ digest, repository_name: repository, project_name: project, matched, tag }) => {
      // By a digest somebody wants just that artifact, whatever its tags come to mean.
      const byDigest = matched === 'digest' || tag === null
      return {
        text: `${repository}${byDigest ? shortReference(digest) : `:${tag}`}`,
        project,
        repository: within(repository, project),
        reference: byDigest ? digest : tag,
        matched,
      }
    }),
  }
}
