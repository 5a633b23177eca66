import { execFile } from 'node:child_process'
import { freemem } from 'node:os'
import { promisify } from 'node:util'

/** More than any round writes: of what is freed, some goes back to the host at once. */
const BYTES = 3 * 1024 ** 3
const SCRIPT =
  'const pieces = []; for (let left = +process.argv[1]; left > 0; left -= 2 ** 26) pieces.push(Buffer.alloc(2 ** 26, 1))'

/**
 * Has the kernel hold free memory that the machine really has. A virtual machine gets a page from its host when it first writes to it: that
 * took 2 ms per MiB where it was measured, more than any registry needs to take a MiB in.
 */
export async function touchMemory(): Promise<void> {
  const bytes = Math.min(BYTES, Math.floor(freemem() / 2))
  await promisify(execFile)(process.execPath, ['-e', SCRIPT, String(bytes)])
}
