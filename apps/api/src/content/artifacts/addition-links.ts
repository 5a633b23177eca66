import type { ProjectContext } from '../../access/context.js'
import { artifactAddress } from './artifact-address.js'
import type { ArtifactRow } from './artifacts.schema.js'

export type BareArtifact = Omit<ArtifactRow, 'addition_links'>

const byType: Readonly<Record<string, readonly string[]>> = {
  IMAGE: ['build_history', 'vulnerabilities'],
  CHART: ['values.yaml', 'readme.md', 'dependencies'],
  CNAI: ['files'],
  SBOM: ['files'],
  ATTESTATION: ['files'],
  WASM: ['files'],
  ARTIFACT: ['files'],
}

/** Of an index: what a scanner says of its images. */
const ofIndex: typeof byType = { IMAGE: ['vulnerabilities'] }

/**
 * Harbor's clients follow these to what is fetched apart.
 * @param texts those that the artifact is known to hold; of a chart nobody knows before its archive is read
 */
export function linksTo(
  project: ProjectContext,
  row: BareArtifact,
  texts: readonly string[] = [],
): ArtifactRow['addition_links'] {
  const repository = row.repository_name.slice(project.name.length + 1)
  const additions = `${artifactAddress(project, repository, row.digest)}/additions`
  const names = [...((row.references === null ? byType : ofIndex)[row.type] ?? []), ...texts]
  return Object.fromEntries(names.map((name) => [name, { href: `${additions}/${name}`, absolute: false }]))
}
