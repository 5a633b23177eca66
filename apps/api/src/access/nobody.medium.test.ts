import { expect, it } from 'vitest'
import { ApiUnderTest } from '../testing/api.test.support.js'
import { allRoutes, type Route } from '../testing/routes.test.support.js'

const wrong = ['?q=Level%3Dproject', '?q=%5B', '?q=id%3D%00', '?page=x&page_size=x', '?sort=x&after=x', '?with_tag=x']

const pathOf = ({ path }: Route) => {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => (name.endsWith('id') ? '999' : 'none'))
  return /^(c|service|healthz|api)\b/.test(filled) ? `/${filled}` : filled
}

it('whoever is nobody hears that first, whatever else is wrong in what they ask', async () => {
  await using api = await ApiUnderTest.start()
  const ask = async ({ method, path }: Route, query: string) => {
    const body = method === 'GET' ? {} : { body: [] }
    return (await api.call({ method: method as 'GET', path: path + query, ...body })).status
  }
  const others: string[] = []
  let closed = 0
  for (const route of allRoutes().map((one) => ({ ...one, path: pathOf(one) }))) {
    if ((await ask(route, '')) !== 401) continue
    closed += 1
    for (const query of wrong) {
      const status = await ask(route, query)
      if (status !== 401) others.push(`${route.method} ${route.path}${query}: ${status}`)
    }
  }
  expect(closed).toBeGreaterThan(150)
  expect(others).toEqual([])
})
