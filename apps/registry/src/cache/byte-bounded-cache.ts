/** Keeps the buffers used last, up to a total of bytes. */
export class ByteBoundedCache<Key> {
  readonly #entries = new Map<Key, Buffer>()
  #bytes = 0

  /** @param limit bytes in all; a buffer larger than an eighth of it is not kept */
  constructor(private readonly limit: number) {}

  get(key: Key): Buffer | undefined {
    const value = this.#entries.get(key)
    if (value) {
      // A map iterates in the order of insertion: the entry moves to the end.
      this.#entries.delete(key)
      this.#entries.set(key, value)
    }
    return value
  }

  set(key: Key, value: Buffer): void {
    if (value.length > this.limit / 8) return
    this.#bytes += value.length - (this.#entries.get(key)?.length ?? 0)
    this.#entries.delete(key)
    this.#entries.set(key, value)
    for (const [oldest, dropped] of this.#entries) {
      if (this.#bytes <= this.limit) return
      this.#entries.delete(oldest)
      this.#bytes -= dropped.length
    }
  }
}
