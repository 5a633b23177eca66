import type { Endpoint } from '../../http/endpoint.js'
import { linkNext, parsePage } from '../../http/paging.js'

const MAX_PAGE = 10_000

/** Specification: "Listing Tags". */
export const listTags: Endpoint = {
  name: 'list-tags',
  methods: ['GET'],
  pattern: /^\/v2\/(?<name>.+)\/tags\/list$/,
  access: { repository: ['pull'] },
  async handle(exchange) {
    const { limit, last } = parsePage(exchange, MAX_PAGE)
    const found = await exchange.services.metadata.listTags(exchange.name, { limit: limit + 1, last })
    const tags = found.slice(0, limit)
    const end = tags.at(-1)
    if (found.length > limit && end !== undefined) linkNext(exchange, limit, end)
    exchange.reply.send({ name: exchange.name, tags })
  },
}
