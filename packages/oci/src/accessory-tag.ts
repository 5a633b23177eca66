import type { Digest } from './digest.js'
import { isTag, type Tag } from './names.js'

/** What cosign attaches to an image by a tag instead of a subject: a signature, an attestation, an SBOM. */
const ACCESSORY_ENDINGS = ['sig', 'att', 'sbom'] as const

/** Of such a tag: the digest of the image, and an ending. JavaScript and PostgreSQL read the pattern alike. */
export const ACCESSORY_TAG = `^(sha256-[0-9a-f]{64}|sha512-[0-9a-f]{128})[.](${ACCESSORY_ENDINGS.join('|')})$`

/**
 * What clients push that take a registry to have no referrers: an index of them (specification: "Referrers Tag Schema"). Only an index
 * is meant by such a tag, and only where what it lists refers to that digest: people name copies of images like this, too.
 */
export const REFERRERS_TAG = '^(sha256|sha512)-[0-9a-f]{64}$'

/** How each of these tags begins: with the digest that it tells of, or as much of it as fits. Read by PostgreSQL alone. */
export const ATTACHING_TAG = '^sha(256|512)-[0-9a-f]{64}'

const pattern = new RegExp(ACCESSORY_TAG)
const referrers = new RegExp(REFERRERS_TAG)

/** SQL: every tag by which something belongs to what a column of digests names. */
export function accessoryTagsOf(digest: string): string {
  const endings = ACCESSORY_ENDINGS.map((ending) => `replace(${digest}, ':', '-') || '.${ending}'`)
  return `array[left(replace(${digest}, ':', '-'), 71), ${endings.join(', ')}]`
}

/** The same in JavaScript: the list of referrers first. */
export function accessoryTagNames(digest: Digest): Tag[] {
  const name = digest.replace(':', '-')
  return [name.slice(0, 71), ...ACCESSORY_ENDINGS.map((ending) => `${name}.${ending}`)].filter(isTag)
}

/** Whether a tag names what belongs to an image, and nothing by itself. */
export function isAccessoryTag(tag: Tag): boolean {
  return pattern.test(tag)
}

/** Whether a tag may name what belongs to an image: {@link isAccessoryTag}, or a list of referrers. */
export function namesAccessory(tag: Tag): boolean {
  return isAccessoryTag(tag) || referrers.test(tag)
}
