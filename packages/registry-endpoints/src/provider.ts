import type { Digest, RepositoryName, Tag } from '@berth/oci'
import type { Outbound } from '@berth/outbound'
import type { Credentials, RegistryClient } from '@berth/registry-client'

/** How a registry is reached, as an administrator has set it up. */
export interface Access {
  /** Where the form says it is: with some kinds this is not where its Distribution API is. */
  readonly url: URL
  /** Empty: anonymous. */
  readonly accessKey: string
  readonly secret: string
}

/** What a kind of registry may use to do what the Distribution API does not. */
export interface Reach {
  readonly access: Access
  readonly outbound: Pick<Outbound, 'request'>
  readonly registry: RegistryClient
  readonly signal: AbortSignal | undefined
}

/** An artifact as a registry lists it. What is absent it does not tell. */
export interface ListedArtifact {
  readonly tags: readonly Tag[]
  readonly digest?: Digest
  readonly labels?: readonly string[]
  /** A container image, or an index of some. */
  readonly isImage?: boolean
}

/** A kind of registry: in what it differs from others, which is how it lets in and how it lists. */
export interface Provider {
  /** Harbor's word for it, where Harbor knows it. */
  readonly type: string
  readonly title: string
  /** Addresses to choose from, by name. */
  readonly addresses: readonly { readonly key: string; readonly value: string }[]
  /** It is at one of these addresses and nowhere else. */
  readonly isFixed?: true
  /** What the access key has to be, where that is always the same. */
  readonly fixedKey?: string
  /** Its Distribution API, where that is elsewhere. */
  registryUrl?(url: URL): URL
  /** What the Distribution API is signed in to with, where that is not the access key and its secret. */
  credentials?(access: Access, outbound: Pick<Outbound, 'request'>): Promise<Credentials | undefined>
  /** Full name of a repository that people name by less. */
  fullName?(name: RepositoryName): RepositoryName
  /**
   * Names of its repositories, as far as it tells them; those that do not begin with `under` may be left out. Without it, its catalogue is
   * read.
   *
   * @param under what the names asked for have in common: nothing, or some of their first components, each with its slash
   */
  repositories?(reach: Reach, under: string): AsyncIterable<RepositoryName>
  /** What a repository holds, without what is only part of an index or about another artifact. Without it, its tags are listed. */
  artifacts?(reach: Reach, name: RepositoryName): AsyncIterable<ListedArtifact>
  /** Makes what has to be there before anybody can push to a repository. */
  prepare?(reach: Reach, name: RepositoryName): Promise<void>
  /** Deletes a tag, and nothing else, where the Distribution API does not do that. @returns false where there was none */
  deleteTag?(reach: Reach, name: RepositoryName, tag: Tag): Promise<boolean>
}
