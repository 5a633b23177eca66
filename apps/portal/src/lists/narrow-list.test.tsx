import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test, vi } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { apiPath, listAnswer, project, server } from '../testing/server'

vi.mock('../components/use-breakpoint', () => ({
  isAtLeast: () => false,
  useAtLeast: () => false,
  useBreakpoint: () => undefined,
}))

test('a narrow screen sorts by the columns that it leaves out, also where nothing is searched', async () => {
  const sorts: (string | null)[] = []
  server.use(
    http.get(apiPath('/projects/dev'), () => HttpResponse.json(project('dev'))),
    http.get(/\/dev\/repositories\/httpd\/artifacts$/, ({ request }) => {
      sorts.push(new URL(request.url).searchParams.get('sort'))
      return listAnswer([{ id: 7, digest: `sha256:${'0'.repeat(64)}`, type: 'IMAGE', size: 2048, push_time: null }])
    }),
  )
  await renderPortal('/projects/dev/repositories/httpd?view=untagged')
  await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Order' }), 'size')
  await expect.poll(() => sorts.at(-1)).toBe('size')
})
