/** What one timed load brought. */
export interface Outcome {
  readonly requests: number
  /** Bytes of blob and manifest content moved, or all bytes received where the tool counts only those. */
  readonly bytes: number
  readonly seconds: number
  /** Milliseconds of one request, of one image where images are pushed, of one blob where large blobs are read. */
  readonly p50: number
  readonly p99: number
}

/** A load that did not measure what it should: errors among the answers, or a tool that failed. */
export class LoadError extends Error {
  override name = 'LoadError'
}
