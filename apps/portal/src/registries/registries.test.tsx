import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { registry } from '../testing/answers/registries'
import { renderPortal } from '../testing/render-portal'
import { apiPath, listAnswer, server } from '../testing/server'

/** Registries, for somebody with these rights. @returns what the server was asked to change */
function withRegistries(registries: object[], ...actions: string[]) {
  const changes: unknown[] = []
  const note = async ({ request }: { request: Request }) => {
    const path = new URL(request.url).pathname.split('/registries')[1]
    changes.push([request.method, path, request.method === 'DELETE' ? undefined : await request.json()])
    return new HttpResponse()
  }
  server.use(
    http.get(apiPath('/users/current/permissions'), () =>
      HttpResponse.json(actions.map((action) => ({ resource: 'registry', action }))),
    ),
    http.get(apiPath('/registries'), () => listAnswer(registries)),
    http.get(apiPath('/replication/adapterinfos'), () =>
      HttpResponse.json({
        'docker-registry': { endpoint_pattern: { endpoints: [] } },
        'docker-hub': { endpoint_pattern: { endpoints: [{ key: 'hub', value: 'https://hub.example' }] } },
        'of-tomorrow': { endpoint_pattern: { endpoints: [] } },
      }),
    ),
    http.post(apiPath('/registries'), note),
    http.post(apiPath('/registries/ping'), note),
    http.put(apiPath('/registries/3'), note),
    http.delete(apiPath('/registries/3'), note),
  )
  return changes
}

test('sets a registry up, tried out before', async () => {
  const changes = withRegistries([], 'list', 'create')
  await renderPortal('/registries')
  expect(await screen.findByText('No registries yet')).toBeTruthy()
  await userEvent.click(screen.getAllByRole('button', { name: 'New registry' })[0] ?? expect.fail())
  const drawer = within(await screen.findByRole('dialog'))
  await userEvent.type(drawer.getByRole('textbox', { name: 'Name' }), 'upstream')
  await userEvent.type(drawer.getByRole('textbox', { name: 'Address' }), 'https://r.example/v2')
  await userEvent.click(drawer.getByRole('button', { name: 'Test connection' }))
  expect(await drawer.findByText('http:// or https:// and a host, nothing after it.')).toBeTruthy()
  expect(changes).toEqual([])
  await userEvent.clear(drawer.getByRole('textbox', { name: 'Address' }))
  await userEvent.type(drawer.getByRole('textbox', { name: 'Address' }), 'https://r.example')
  await userEvent.click(drawer.getByRole('button', { name: 'Test connection' }))
  expect(await drawer.findByText('The registry answers and accepts the account.')).toBeTruthy()
  await userEvent.click(drawer.getByRole('button', { name: 'Create' }))
  await waitFor(() => expect(changes).toHaveLength(2))
  expect(changes[0]).toMatchObject(['POST', '/ping', { type: 'docker-registry', url: 'https://r.example' }])
  expect(changes[1]).toMatchObject(['POST', '', { name: 'upstream', type: 'docker-registry', insecure: false }])
})

test('offers the kinds that the server has, and fills in the usual address', async () => {
  withRegistries([], 'list', 'create')
  await renderPortal('/registries')
  await userEvent.click((await screen.findAllByRole('button', { name: 'New registry' }))[0] ?? expect.fail())
  const drawer = within(await screen.findByRole('dialog'))
  await userEvent.click(drawer.getByRole('combobox'))
  expect(await screen.findByTitle('of-tomorrow')).toBeTruthy()
  await userEvent.click(screen.getByTitle('Docker Hub'))
  expect(drawer.getByRole<HTMLInputElement>('textbox', { name: 'Address' }).value).toBe('https://hub.example')
})

test('keeps the secret where nobody has touched it', async () => {
  const changes = withRegistries([registry], 'list', 'update', 'delete')
  await renderPortal('/registries', 'zh-CN')
  expect(await screen.findByText('异常')).toBeTruthy()
  expect(screen.getByText('r.example answered 401')).toBeTruthy()
  const choose = async (name: string) => {
    await userEvent.click(await screen.findByRole('button', { name: /upstream/ }))
    await userEvent.click(await screen.findByRole('menuitem', { name }))
  }
  await choose('编辑')
  const name = await screen.findByRole('textbox', { name: '名称' })
  await userEvent.clear(name)
  await userEvent.type(name, 'renamed')
  await userEvent.click(screen.getByRole('button', { name: /保\s*存/ }))
  await waitFor(() => expect(changes).toHaveLength(1))
  expect(changes[0]).toMatchObject(['PUT', '/3', { name: 'renamed', access_key: 'robot' }])
  expect(JSON.stringify(changes)).not.toContain('access_secret')
  await choose('删除注册中心')
  await userEvent.click(await screen.findByRole('button', { name: '删除注册中心' }))
  await waitFor(() => expect(changes.at(-1)).toEqual(['DELETE', '/3', undefined]))
})
