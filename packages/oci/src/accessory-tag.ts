import type { Tag } from './names.js'

/** What cosign attaches to an image by a tag instead of a subject: a signature, an attestation, an SBOM. */
export const ACCESSORY_ENDINGS = ['sig', 'att', 'sbom'] as const

/** Of such a tag: the digest of the image, and an ending. JavaScript and PostgreSQL read the pattern alike. */
export const ACCESSORY_TAG = `^(sha256-[0-9a-f]{64}|sha512-[0-9a-f]{128})[.](${ACCESSORY_ENDINGS.join('|')})$`

const pattern = new RegExp(ACCESSORY_TAG)

/** Whether a tag names what belongs to an image, and nothing by itself. */
export function isAccessoryTag(tag: Tag): boolean {
  return pattern.test(tag)
}
