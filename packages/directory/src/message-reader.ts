import { DirectoryError } from './directory-error.js'

/** One value of BER: what it is, and where its content lies. */
interface Value {
  readonly tag: number
  readonly from: number
  readonly to: number
}

const tags = {
  boolean: 0x01,
  octets: 0x04,
  sequence: 0x30,
  set: 0x31,
  entry: 0x64,
  reference: 0x73,
  controls: 0xa0,
} as const
const CONSTRUCTED = 0x20
/** None that LDAP has is as deep. */
const MOST_LEVELS = 16

/** What one question may bring, whatever the directory sends. */
const MOST_BYTES = 8 * 1024 * 1024
const MOST_VALUES = 200_000

/**
 * Cuts what a directory sends into messages, and lets none pass whose parts do not lie within each other as LDAP has them: for a value that
 * goes beyond its end, the client's decoder loops until no memory is left.
 */
export class MessageReader {
  private readonly chunks: Buffer[] = []
  private held = 0
  /** Bytes to wait for. */
  private needed = 2
  private bytes = 0
  private values = 0

  /**
   * @returns the messages that are whole with this chunk
   * @throws {DirectoryError} for what is no message, and for more than anybody needs
   */
  take(chunk: Buffer): Buffer[] {
    this.bytes += chunk.length
    if (this.bytes > MOST_BYTES) throw tooMuch()
    this.chunks.push(chunk)
    this.held += chunk.length
    if (this.held < this.needed) return []
    const all = Buffer.concat(this.chunks.splice(0))
    const messages: Buffer[] = []
    let at = 0
    for (;;) {
      const end = endOf(all, at)
      this.needed = end - at
      if (end > all.length) break
      messages.push(this.checked(all.subarray(at, end)))
      at = end
    }
    this.chunks.push(all.subarray(at))
    this.held = all.length - at
    return messages
  }

  private checked(message: Buffer): Buffer {
    const [whole] = this.within(message, { from: 0, to: message.length })
    const [, operation, ...others] = whole?.tag === tags.sequence ? this.within(message, whole) : []
    if (!operation) throw noMessage()
    this.check(message, operation)
    for (const other of others) {
      this.check(message, other)
      if (other.tag === tags.controls) this.checkControls(message, other)
    }
    if (operation.tag === tags.entry) this.checkEntry(message, operation)
    else if (operation.tag === tags.reference) this.contentOf(message, operation, tags.octets)
    else this.checkResult(message, operation)
    return message
  }

  /** A name, and attributes of a type and a set of values. */
  private checkEntry(message: Buffer, entry: Value): void {
    const [, attributes] = this.pairOf(message, entry, tags.octets, tags.sequence)
    for (const attribute of this.contentOf(message, attributes, tags.sequence)) {
      const [, values] = this.pairOf(message, attribute, tags.octets, tags.set)
      this.contentOf(message, values, tags.octets)
    }
  }

  /** The client takes what it has not read of a result for the controls of the message, if it looks like them. */
  private checkResult(message: Buffer, result: Value): void {
    if (this.within(message, result).some(({ tag }) => tag === tags.controls)) throw noMessage()
  }

  /** Of each an id, whether it is critical, and a value; the last two may be absent. What is left over, the client takes for one more. */
  private checkControls(message: Buffer, controls: Value): void {
    for (const control of this.contentOf(message, controls, tags.sequence)) {
      const [id, ...others] = this.within(message, control).map(({ tag }) => tag)
      const values = others[0] === tags.boolean ? others.slice(1) : others
      if (id !== tags.octets || values.length > 1 || values.some((tag) => tag !== tags.octets)) throw noMessage()
    }
  }

  private pairOf(message: Buffer, value: Value, first: number, second: number): [Value, Value] {
    const [one, other, ...more] = this.within(message, value)
    if (one?.tag !== first || other?.tag !== second || more.length > 0) throw noMessage()
    return [one, other]
  }

  private contentOf(message: Buffer, value: Value, tag: number): Value[] {
    const content = this.within(message, value)
    if (content.some((part) => part.tag !== tag)) throw noMessage()
    return content
  }

  private check(message: Buffer, value: Value, levels = MOST_LEVELS): void {
    if ((value.tag & CONSTRUCTED) === 0) return
    if (levels === 0) throw noMessage()
    for (const part of this.within(message, value)) this.check(message, part, levels - 1)
  }

  /** The values one after the other that fill a place. */
  private within(message: Buffer, { from, to }: Pick<Value, 'from' | 'to'>): Value[] {
    const found: Value[] = []
    for (let at = from; at < to;) {
      const value = valueAt(message.subarray(0, to), at)
      if (!value || value.to > to) throw noMessage()
      found.push(value)
      this.values += 1
      if (this.values > MOST_VALUES) throw tooMuch()
      at = value.to
    }
    return found
  }
}

const noMessage = () => new DirectoryError('failed', 'the directory sends what is no message of LDAP')
const tooMuch = () => new DirectoryError('too-large', 'the directory sends too much')

/** Where the message ends that begins there; one byte beyond all of them where that cannot be told yet. */
function endOf(bytes: Buffer, at: number): number {
  if (at < bytes.length && bytes[at] !== tags.sequence) throw noMessage()
  const value = valueAt(bytes, at)
  if (value && value.to - at > MOST_BYTES) throw tooMuch()
  return value?.to ?? bytes.length + 1
}

/**
 * @returns undefined where the bytes end before its length
 * @throws {DirectoryError} where it has no length, or one that takes more than four bytes
 */
function valueAt(bytes: Buffer, at: number): Value | undefined {
  const [tag, first] = [bytes[at], bytes[at + 1]]
  if (tag === undefined || first === undefined) return undefined
  const from = at + 2
  if (first < 0x80) return { tag, from, to: from + first }
  const size = first - 0x80
  if (size === 0 || size > 4) throw noMessage()
  if (from + size > bytes.length) return undefined
  return { tag, from: from + size, to: from + size + bytes.readUIntBE(from, size) }
}
