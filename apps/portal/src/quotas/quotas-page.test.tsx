import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { quota } from '../testing/answers/quotas'
import { renderPortal } from '../testing/render-portal'
import { apiPath, listAnswer, server } from '../testing/server'

const GIB = 1024 ** 3

/** @returns what was asked for and changed */
function withQuotas() {
  const asked: string[] = []
  const changes: unknown[] = []
  const rights = 'quota:list quota:update configuration:read configuration:update'.split(' ').map((right) => {
    const [resource, action] = right.split(':')
    return { resource, action }
  })
  const note = async ({ request }: { request: Request }) => {
    changes.push([new URL(request.url).pathname.replace('/api/v2.0', ''), await request.json()])
    return new HttpResponse()
  }
  server.use(
    http.get(apiPath('/users/current/permissions'), () => HttpResponse.json(rights)),
    http.get(apiPath('/settings'), () => HttpResponse.json([{ key: 'storage_per_project', value: 10 * GIB }])),
    http.get(apiPath('/quotas'), ({ request }) => {
      asked.push(new URL(request.url).search)
      return listAnswer([quota(2, 'full', GIB, 0.9 * GIB), quota(3, 'free', -1, 5)])
    }),
    http.put(apiPath('/quotas/:id'), note),
    http.put(apiPath('/configurations'), note),
  )
  return { asked, changes }
}

test('shows how much of its limit each project uses, the fullest first', async () => {
  const { asked } = withQuotas()
  await renderPortal('/quotas')
  const meter = await screen.findByRole('meter', { name: 'Storage of full' })
  expect(meter.getAttribute('value')).toBe(String(0.9 * GIB))
  expect(screen.getByText('90%')).toBeTruthy()
  expect(screen.getByText('without a limit')).toBeTruthy()
  expect(await screen.findByText(/New projects start with: 10 GiB\./)).toBeTruthy()
  expect(asked[0]).toContain('sort=-share')
})

test('changes the limit of a project, and takes it away', async () => {
  const { changes } = withQuotas()
  await renderPortal('/quotas')
  const edit = async () => {
    await userEvent.click(await screen.findByRole('button', { name: 'Change the limit of full' }))
    return screen.findByRole('spinbutton', { name: 'Limit' })
  }
  const field = await edit()
  await userEvent.clear(field)
  await userEvent.type(field, '2.5')
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(changes).toEqual([['/quotas/2', { hard: { storage: 2.5 * GIB } }]]))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await userEvent.clear(await edit())
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(changes.at(-1)).toEqual(['/quotas/2', { hard: { storage: -1 } }]))
})

test('changes what new projects begin with, in another unit', async () => {
  const { changes } = withQuotas()
  await renderPortal('/quotas', 'zh-CN')
  await userEvent.click(await screen.findByRole('button', { name: '新项目的上限' }))
  const drawer = await screen.findByRole('dialog')
  await userEvent.selectOptions(within(drawer).getByRole('combobox', { name: '单位' }), 'TiB')
  await userEvent.click(within(drawer).getByRole('button', { name: /保\s*存/ }))
  await waitFor(() => expect(changes).toEqual([['/configurations', { storage_per_project: 10 * 1024 ** 4 }]]))
})
