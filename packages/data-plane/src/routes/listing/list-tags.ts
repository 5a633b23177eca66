import type { Endpoint } from '../../http/endpoint.js'
import { pageOf, parsePage } from '../../http/paging.js'
import { JSON_TYPE, sendList } from '../../http/send-large.js'

const MAX_PAGE = 10_000
/** Bytes of one name with what stands around it. */
const ENTRY = 131

/** Specification: "Listing Tags". */
export const listTags: Endpoint = {
  name: 'list-tags',
  methods: ['GET'],
  pattern: /^\/v2\/(?<name>.+)\/tags\/list$/,
  access: { repository: ['pull'] },
  async handle(exchange) {
    const { limit, last } = parsePage(exchange, MAX_PAGE)
    const make = async () => {
      const found = await exchange.services.metadata.listTags(exchange.name, { limit: limit + 1, last })
      const { names: tags, ...next } = pageOf(exchange, limit, found)
      return { body: JSON.stringify({ name: exchange.name, tags }), ...next }
    }
    await sendList(exchange, { type: JSON_TYPE, most: limit * ENTRY, make })
  },
}
