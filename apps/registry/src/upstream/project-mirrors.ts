import type { Mirrors } from '@berth/data-plane'
import type { PostgresMetadata } from '@berth/metadata'
import { DistributionError, isRepositoryName } from '@berth/oci'

/** Proxy caches that answer at the root for the registries that they have their content from, as administrators list them. */
export function projectMirrors(metadata: PostgresMetadata): Mirrors {
  return {
    async find(name, host) {
      if (!(await metadata.hasMirrors())) return name
      const { own, known, mirrors } = await metadata.findMirror({ name, host })
      if (own) return name
      const [mirror, other] = mirrors
      if (mirror === undefined) {
        if (known || host === undefined) return name
        throw new DistributionError('NAME_UNKNOWN', `no proxy cache answers here for ${host}`)
      }
      if (other !== undefined)
        throw new DistributionError(
          'NAME_UNKNOWN',
          `the projects ${mirrors.join(' and ')} have their content from one registry: which one is to answer for it?`,
        )
      const answering = `${mirror}/${name}`
      if (!isRepositoryName(answering)) throw new DistributionError('NAME_UNKNOWN')
      return answering
    },
  }
}
