import type { Digest } from '@berth/oci'

interface Listed {
  readonly digest: Digest
}

/** What two listings say of one digest; one of the two at least. */
export interface Pair<Left, Right> {
  readonly digest: Digest
  readonly left: Left | undefined
  readonly right: Right | undefined
}

/** Walks two listings, each in byte order of the digests, side by side. Holds one entry of each. */
export async function* pairUp<Left extends Listed, Right extends Listed>(
  lefts: AsyncIterable<Left>,
  rights: AsyncIterable<Right>,
): AsyncGenerator<Pair<Left, Right>> {
  const [left, right] = [lefts[Symbol.asyncIterator](), rights[Symbol.asyncIterator]()]
  let [one, other] = [await left.next(), await right.next()]
  for (;;) {
    const [first, second] = [one.done ? undefined : one.value.digest, other.done ? undefined : other.value.digest]
    const digest = first === undefined || (second !== undefined && second < first) ? second : first
    if (digest === undefined) return
    yield {
      digest,
      left: first === digest ? one.value : undefined,
      right: second === digest ? other.value : undefined,
    }
    if (first === digest) one = await left.next()
    if (second === digest) other = await right.next()
  }
}
