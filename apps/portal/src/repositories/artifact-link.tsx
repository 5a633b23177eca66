import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { artifactPath } from '../nav/artifact-path'

interface ArtifactLinkProps {
  project: string
  repository: string
  /** A tag or a digest. */
  reference: string
  className?: string
  'aria-label'?: string
  'data-tip'?: string
  children: ReactNode
}

/** Leads to the page of an artifact. */
export function ArtifactLink({ project, repository, reference, ...link }: ArtifactLinkProps) {
  return (
    <Link
      to="/projects/$project/artifacts/$"
      params={{ project, _splat: artifactPath(repository, reference) }}
      {...link}
    />
  )
}
