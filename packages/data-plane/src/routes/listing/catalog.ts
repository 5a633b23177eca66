import type { Endpoint } from '../../http/endpoint.js'
import { linkNext, parsePage } from '../../http/paging.js'

const MAX_PAGE = 1000

export const catalog: Endpoint = {
  name: 'catalog',
  methods: ['GET'],
  pattern: /^\/v2\/_catalog$/,
  access: 'catalog',
  async handle(exchange) {
    const { limit, last } = parsePage(exchange, MAX_PAGE)
    const { metadata, rights } = exchange.services
    const page = { limit: limit + 1, last }
    const found = await (rights ? rights.listRepositories(exchange.identity, page) : metadata.listRepositories(page))
    const repositories = found.slice(0, limit)
    const end = repositories.at(-1)
    if (found.length > limit && end !== undefined) linkNext(exchange, limit, end)
    exchange.reply.send({ repositories })
  },
}
