import { MAX_MANIFEST_SIZE, mediaTypes, parseDigest } from '@berth/oci'
import type { Endpoint } from '../../http/endpoint.js'
import { linkNext, parsePage } from '../../http/paging.js'
import { sendList } from '../../http/send-large.js'

/** More than fit: clients read the first page only, so without `n` it ends where a manifest could name no more. */
const MAX_PAGE = 100_000

/** Specification: "Listing Referrers". A subject that nobody has pushed has no referrers: that is no error. */
export const referrers: Endpoint = {
  name: 'referrers',
  methods: ['GET'],
  pattern: /^\/v2\/(?<name>.+)\/referrers\/(?<digest>[^/]+)$/,
  access: { repository: ['pull'] },
  async handle(exchange) {
    const { services, reply, query, name } = exchange
    const subject = parseDigest(exchange.group('digest'))
    const artifactType = query.get('artifactType') || undefined
    const { limit, last } = parsePage(exchange, MAX_PAGE)
    const upstream = (await services.policies?.of(name))?.upstream
    const elsewhere = last === undefined ? await upstream?.referrers(name, subject) : undefined
    if (artifactType !== undefined) reply.header('oci-filters-applied', 'artifactType')
    const make = async () => {
      const { descriptors, next } = await services.metadata.listReferrers(name, subject, { limit, last, artifactType })
      const manifests = elsewhere ? joined(descriptors, elsewhere, artifactType) : descriptors
      const body = `{"schemaVersion":2,"mediaType":"${mediaTypes.ociIndex}","manifests":${manifests}}`
      return { body, ...(next && { link: () => linkNext(exchange, undefined, next) }) }
    }
    await sendList(exchange, { type: mediaTypes.ociIndex, most: MAX_MANIFEST_SIZE, make })
  },
}

/** What is kept here, and what is not; as JSON. */
function joined(kept: string, elsewhere: readonly { readonly digest: string }[], artifactType?: string): string {
  const here: { readonly digest: string }[] = JSON.parse(kept)
  const known = new Set(here.map(({ digest }) => digest))
  const isWanted = (one: object) =>
    artifactType === undefined || ('artifactType' in one && one.artifactType === artifactType)
  return JSON.stringify([...here, ...elsewhere.filter((one) => !known.has(one.digest) && isWanted(one))])
}
