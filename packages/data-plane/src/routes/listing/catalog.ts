import type { Endpoint } from '../../http/endpoint.js'
import { pageOf, parsePage } from '../../http/paging.js'
import { JSON_TYPE, sendList } from '../../http/send-large.js'

const MAX_PAGE = 1000
/** Bytes of one name with what stands around it. */
const ENTRY = 258

export const catalog: Endpoint = {
  name: 'catalog',
  methods: ['GET'],
  pattern: /^\/v2\/_catalog$/,
  access: 'catalog',
  async handle(exchange) {
    const { limit, last } = parsePage(exchange, MAX_PAGE)
    const { metadata, rights } = exchange.services
    const page = { limit: limit + 1, last }
    const make = async () => {
      const found = await (rights ? rights.listRepositories(exchange.identity, page) : metadata.listRepositories(page))
      const { names: repositories, ...next } = pageOf(exchange, limit, found)
      return { body: JSON.stringify({ repositories }), ...next }
    }
    await sendList(exchange, { type: JSON_TYPE, most: limit * ENTRY, make })
  },
}
