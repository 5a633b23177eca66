import { DistributionError, type RepositoryName, type UploadId } from '@berth/oci'
import type { Services } from '../../http/services.js'

/** An upload is reached only through the repository it was begun in. @throws {DistributionError} BLOB_UPLOAD_UNKNOWN */
export async function requireUpload({ metadata }: Services, name: RepositoryName, id: UploadId): Promise<void> {
  if (!(await metadata.hasUpload(name, id))) throw new DistributionError('BLOB_UPLOAD_UNKNOWN')
}
