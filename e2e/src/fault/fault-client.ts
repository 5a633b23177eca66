import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Digest } from '@berth/oci'
import { makeImage, type OciImage } from '@berth/testkit'
import { Refused, Unanswered, type Exchange } from './exchange.js'
import { Ledger, type TagValue } from './ledger.js'
import type { Tally } from './tally.js'

const TAGS = 6
/** More manifests without a tag than this are deleted before anything else, so that the disk keeps up. */
const UNTAGGED = 3

/** How often each comes, of a hundred. Changes of a single request find out best what is lost at a kill. */
const WEIGHTS = { push: 24, pull: 24, move: 24, 'delete tag': 12, 'delete manifest': 10, list: 6 } as const
type Operation = keyof typeof WEIGHTS

export interface FaultClientOptions {
  readonly name: string
  readonly exchange: Exchange
  readonly repositories: readonly string[]
  /** Layers that every client pushes, mounts and deletes. */
  readonly sharedLayers: readonly Buffer[]
  readonly tally: Tally
}

/** Works on tags that no other client changes, in repositories and on layers that all of them use. */
export class FaultClient {
  readonly ledgers: readonly Ledger[]
  readonly #images = new Map<Digest, OciImage>()

  constructor(private readonly options: FaultClientOptions) {
    this.ledgers = options.repositories.map((repository) => new Ledger(repository))
  }

  async run(signal: AbortSignal): Promise<void> {
    const { tally } = this.options
    while (!signal.aborted) {
      const ledger = pick(this.ledgers)
      const operation = ledger.untaggedManifests().length > UNTAGGED ? 'delete manifest' : draw()
      try {
        if (await this.#perform(operation, ledger)) tally.did(operation)
      } catch (error) {
        if (error instanceof Refused) tally.refused += 1
        else if (!(error instanceof Unanswered)) throw error
        // As a client that tries again in a while does; by then, what was under way has ended.
        await sleep(randomInt(500, 1000))
      }
      await sleep(randomInt(15))
    }
  }

  /** @returns false where there was nothing to do */
  async #perform(operation: Operation, ledger: Ledger): Promise<boolean> {
    switch (operation) {
      case 'push':
        return this.#push(ledger)
      case 'pull':
        return this.#pull(ledger)
      case 'move':
        return this.#move(ledger)
      case 'delete tag':
        return this.#deleteTag(ledger)
      case 'delete manifest':
        return this.#deleteManifest(ledger)
      case 'list':
        return this.#list(ledger)
    }
  }

  async #push(ledger: Ledger): Promise<boolean> {
    const { exchange, sharedLayers, repositories } = this.options
    const shared = randomInt(3) === 0 ? [] : [pick(sharedLayers)]
    const image = makeImage({ layers: 1, layerSize: randomInt(4_000, 120_000), sharedLayers: shared })
    for (const blob of [image.config, ...image.layers]) {
      const from = randomInt(2) === 0 ? pick(repositories) : undefined
      await exchange.pushBlob(ledger.repository, blob, {
        chunks: randomInt(1, 3),
        ...(from === undefined || from === ledger.repository ? {} : { from }),
      })
    }
    this.#images.set(image.digest, image)
    await this.#tag(ledger, image)
    return true
  }

  async #move(ledger: Ledger): Promise<boolean> {
    const images = [...this.#images.values()].filter(
      ({ digest }) => ledger.manifests.get(digest)?.certain === 'present',
    )
    if (images.length === 0) return false
    await this.#tag(ledger, pick(images))
    return true
  }

  async #tag(ledger: Ledger, image: OciImage): Promise<void> {
    const tag = this.#anyTag()
    const put = this.options.exchange.putManifest(ledger.repository, tag, image.manifest, image.mediaType)
    await noted(put, (isTold) => ledger.pushed(tag, image.digest, isTold))
  }

  async #deleteTag(ledger: Ledger): Promise<boolean> {
    const tag = this.#anyTag()
    await this.#delete(ledger, tag, ledger.tag(tag).certain, (isTold) => ledger.untagged(tag, isTold))
    return true
  }

  async #deleteManifest(ledger: Ledger): Promise<boolean> {
    const untagged = ledger.untaggedManifests()
    const candidates = untagged.length > 0 ? untagged : [...ledger.manifests.keys()]
    if (candidates.length === 0) return false
    const digest = pick(candidates)
    const before = ledger.manifest(digest).certain
    await this.#delete(ledger, digest, before, (isTold) => ledger.deleted(digest, isTold))
    this.#images.delete(digest)
    return true
  }

  async #delete(
    { repository }: Ledger,
    reference: string,
    before: TagValue | 'present' | undefined,
    write: (isTold: boolean) => void,
  ): Promise<void> {
    const path = `${repository}/manifests/${reference}`
    const { status } = await noted(this.options.exchange.send([202, 404], 'DELETE', path), write)
    // The reverse is allowed: where the registry dies after it has deleted, the proxy asks again and is told that nothing is there.
    if (before === 'absent' && status === 202) this.options.tally.violation(`DELETE ${path} found what was absent`)
  }

  async #pull(ledger: Ledger): Promise<boolean> {
    const { exchange, tally } = this.options
    const tag = this.#anyTag()
    const found = await exchange.manifest(ledger.repository, tag)
    const expected = ledger.tag(tag)
    const value = found?.digest ?? 'absent'
    if (!expected.allows(value)) tally.violation(`${ledger.repository}:${tag} is ${value}, not ${String(expected)}`)
    expected.is(value)
    if (!found) return true
    const fault = await exchange.faultOfBlobs(ledger.repository, found.body)
    if (fault !== undefined) tally.violation(`${ledger.repository}:${tag} (${value}): ${fault}`)
    return true
  }

  async #list(ledger: Ledger): Promise<boolean> {
    const { exchange, tally } = this.options
    const { status, body } = await exchange.send([200, 404], 'GET', `${ledger.repository}/tags/list?n=1000`)
    const { tags }: { tags: string[] } = status === 404 ? { tags: [] } : JSON.parse(String(body))
    for (const [tag, { certain }] of ledger.tags) {
      if (certain !== undefined && tags.includes(tag) !== (certain !== 'absent'))
        tally.violation(`${ledger.repository}:${tag} is ${certain}, but the list of tags says otherwise`)
    }
    return true
  }

  #anyTag(): string {
    return `${this.options.name}-${randomInt(TAGS)}`
  }
}

/** Writes down a change: told, or perhaps carried out, or with a refusal nothing. */
async function noted<T>(change: Promise<T>, write: (isTold: boolean) => void): Promise<T> {
  try {
    const answer = await change
    write(true)
    return answer
  } catch (error) {
    if (error instanceof Unanswered) write(false)
    throw error
  }
}

/** @throws {Error} when there is none */
function pick<T>(values: readonly T[]): T {
  const value = values[randomInt(values.length)]
  if (value === undefined) throw new Error('There is nothing to pick from.')
  return value
}

function draw(): Operation {
  let left = randomInt(Object.values(WEIGHTS).reduce((sum, weight) => sum + weight, 0))
  for (const [operation, weight] of Object.entries(WEIGHTS)) {
    left -= weight
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a key of the table
    if (left < 0) return operation as Operation
  }
  return 'push'
}
