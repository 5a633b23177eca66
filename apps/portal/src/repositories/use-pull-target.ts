import { useCallback } from 'react'
import { useRegistryHost } from '../session/session.queries'
import type { PullTarget } from './clients'

/** Where clients find what stands in a repository. */
export function usePullTarget(
  project: string,
  repository: string,
): (tag: string | undefined, digest: string) => PullTarget {
  const host = useRegistryHost()
  return useCallback(
    (tag, digest) => ({
      host,
      repository: `${project}/${repository}`,
      tag,
      digest,
      plainHttp: window.location.protocol === 'http:',
    }),
    [host, project, repository],
  )
}
