import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync, writeSync } from 'node:fs'

/** One for each thread: reading into it blocks, so there are never two readers. */
const buffer = Buffer.allocUnsafeSlow(1024 * 1024)

/**
 * Hashes files one after the other, and writes them joined to `target` where one is given. Blocks: a worker thread's work, but for
 * small files. Never changes its sources, so that two requests may work on one upload.
 *
 * @returns digest in hex
 */
export function assemble(sources: readonly string[], algorithm: string, target?: string): string {
  const hash = createHash(algorithm)
  const output = target === undefined ? undefined : openSync(target, 'wx', 0o600)
  try {
    for (const source of sources) {
      const input = openSync(source, 'r')
      try {
        for (let count = readSync(input, buffer); count > 0; count = readSync(input, buffer)) {
          const block = buffer.subarray(0, count)
          hash.update(block)
          if (output !== undefined) writeAll(output, block)
        }
      } finally {
        closeSync(input)
      }
    }
  } finally {
    if (output !== undefined) closeSync(output)
  }
  return hash.digest('hex')
}

function writeAll(file: number, block: Buffer): void {
  for (let written = 0; written < block.length;) written += writeSync(file, block, written)
}
