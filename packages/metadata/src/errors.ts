/** The metadata store cannot be reached, or is going down. Passes by itself; nothing has changed. */
export class MetadataUnavailableError extends Error {
  override name = 'MetadataUnavailableError'
}
