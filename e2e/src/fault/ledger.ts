import type { Digest } from '@berth/oci'

/** What a client was told of something that it alone changes: what it may be now. More than one after an answer that was lost. */
export class Possible<Value> {
  readonly #values: Set<Value>

  constructor(value: Value) {
    this.#values = new Set([value])
  }

  /** The only possible value, or undefined where there are several. */
  get certain(): Value | undefined {
    const [first] = this.#values
    return this.#values.size === 1 ? first : undefined
  }

  allows(value: Value): boolean {
    return this.#values.has(value)
  }

  /** The client was told. */
  is(value: Value): void {
    this.#values.clear()
    this.#values.add(value)
  }

  /** The client was not told whether. */
  mayBe(value: Value): void {
    this.#values.add(value)
  }

  /** The client was told that it is not this any more, but `instead` where it was. */
  wasReplaced(value: Value, instead: Value): void {
    if (this.#values.delete(value)) this.#values.add(instead)
  }

  toString(): string {
    return [...this.#values].join(' or ')
  }
}

export type TagValue = Digest | 'absent'

/** Tags and manifests of one repository as the one client that changes them knows them. */
export class Ledger {
  readonly tags = new Map<string, Possible<TagValue>>()
  readonly manifests = new Map<Digest, Possible<'present' | 'absent'>>()

  constructor(readonly repository: string) {}

  tag(name: string): Possible<TagValue> {
    return entry(this.tags, name, 'absent')
  }

  manifest(digest: Digest): Possible<'present' | 'absent'> {
    return entry(this.manifests, digest, 'absent')
  }

  pushed(name: string, digest: Digest, isTold: boolean): void {
    note(this.tag(name), digest, isTold)
    note(this.manifest(digest), 'present', isTold)
  }

  untagged(name: string, isTold: boolean): void {
    note(this.tag(name), 'absent', isTold)
  }

  /** Deleting a manifest takes its tags. */
  deleted(digest: Digest, isTold: boolean): void {
    note(this.manifest(digest), 'absent', isTold)
    for (const tag of this.tags.values()) {
      if (isTold) tag.wasReplaced(digest, 'absent')
      else if (tag.allows(digest)) tag.mayBe('absent')
    }
  }

  /** Manifests that are there for sure, or perhaps, but that no tag may name. */
  untaggedManifests(): Digest[] {
    const tags = [...this.tags.values()]
    return [...this.manifests]
      .filter(([digest, state]) => state.certain !== 'absent' && !tags.some((tag) => tag.allows(digest)))
      .map(([digest]) => digest)
  }
}

function entry<Key, Value>(map: Map<Key, Possible<Value>>, key: Key, initial: Value): Possible<Value> {
  const known = map.get(key)
  if (known) return known
  const created = new Possible(initial)
  map.set(key, created)
  return created
}

function note<Value>(what: Possible<Value>, value: Value, isTold: boolean): void {
  if (isTold) what.is(value)
  else what.mayBe(value)
}
