import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { label } from '../testing/answers/labels'
import { renderPortal } from '../testing/render-portal'
import { apiPath, listAnswer, project, server } from '../testing/server'

/** A project with labels, for somebody with these rights. @returns what the server was asked for */
function withLabels(labels: object[], ...actions: string[]) {
  const asked: string[] = []
  const changes: unknown[] = []
  const rights = [{ resource: '.', action: 'read' }, ...actions.map((action) => ({ resource: 'label', action }))]
  const note = async ({ request }: { request: Request }) => {
    changes.push([request.method, request.method === 'DELETE' ? undefined : await request.json()])
    return new HttpResponse()
  }
  server.use(
    http.get(apiPath('/users/current/permissions'), () => HttpResponse.json(rights)),
    http.get(apiPath('/projects/:name'), () => HttpResponse.json(project('dev'))),
    http.get(apiPath('/projects/:name/summary'), () => HttpResponse.json({ repo_count: 0 })),
    http.get(apiPath('/labels'), ({ request }) => {
      asked.push(new URL(request.url).search)
      return listAnswer(labels)
    }),
    http.post(apiPath('/labels'), note),
    http.put(apiPath('/labels/4'), note),
    http.delete(apiPath('/labels/4'), note),
  )
  return { asked, changes }
}

test('makes a label of a project, in a colour', async () => {
  const { asked, changes } = withLabels([], 'list', 'create')
  await renderPortal('/projects/dev/labels')
  expect(await screen.findByText('No labels yet')).toBeTruthy()
  expect(asked[0]).toContain('scope=p&project_id=2')
  await userEvent.click(screen.getAllByRole('button', { name: 'New label' })[0] ?? expect.fail())
  const drawer = await screen.findByRole('dialog')
  await userEvent.click(within(drawer).getByRole('button', { name: 'Create' }))
  expect(await within(drawer).findByText('Enter a name.')).toBeTruthy()
  await userEvent.type(within(drawer).getByRole('textbox', { name: 'Name' }), 'released')
  await userEvent.click(within(drawer).getByRole('radio', { name: '#1D7F57' }))
  await userEvent.click(within(drawer).getByRole('button', { name: 'Create' }))
  const made = { name: 'released', description: '', color: '#1D7F57', scope: 'p', project_id: 2 }
  await waitFor(() => expect(changes).toEqual([['POST', made]]))
})

test('changes and deletes a label', async () => {
  const { changes } = withLabels([label], 'list', 'update', 'delete')
  await renderPortal('/projects/dev/labels', 'zh-CN')
  const choose = async (name: string) => {
    await userEvent.click(await screen.findByRole('button', { name: /released/ }))
    await userEvent.click(await screen.findByRole('menuitem', { name }))
  }
  await choose('编辑')
  const name = await screen.findByRole('textbox', { name: '名称' })
  await userEvent.clear(name)
  await userEvent.type(name, '已发布')
  await userEvent.click(screen.getByRole('button', { name: /保\s*存/ }))
  const changed = { name: '已发布', description: label.description, color: label.color }
  await waitFor(() => expect(changes).toEqual([['PUT', changed]]))
  await choose('删除标记')
  expect(await screen.findByText('所有制品上的该标记都会移除，制品本身不受影响。')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '删除标记' }))
  await waitFor(() => expect(changes.at(-1)).toEqual(['DELETE', undefined]))
})

test('shows labels without what one may not do', async () => {
  withLabels([label], 'list')
  await renderPortal('/projects/dev/labels')
  expect(await screen.findByText('released')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'New label' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Actions for released' })).toBeNull()
})

test('a label that is deleted is gone from the tags that had it as well', async () => {
  const { changes } = withLabels([label], 'list', 'delete')
  const tag = {
    name: 'v1',
    digest: `sha256:${'a'.repeat(64)}`,
    artifact_id: 1,
    media_type: 'application/vnd.oci.image.manifest.v1+json',
    kind: 'image',
    size: 1,
    platforms: [],
    push_time: label.creation_time,
    pull_time: null,
    pull_count: 0,
    pushed_by: null,
    other_tags: [],
  }
  server.use(
    http.get(/\/dev\/repositories\/app\/tags$/, () =>
      listAnswer([{ ...tag, labels: changes.length === 0 ? [label] : [] }]),
    ),
  )
  const router = await renderPortal('/projects/dev/repositories/app')
  expect((await screen.findByRole('link', { name: 'v1' })).closest('tr')?.textContent).toContain('released')
  await router.navigate({ to: '/projects/$project/labels', params: { project: 'dev' } })
  await userEvent.click(await screen.findByRole('button', { name: 'Actions for released' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Delete the label' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Delete the label' }))
  await waitFor(() => expect(changes).toHaveLength(1))
  await router.navigate({ to: '/projects/$project/repositories/$', params: { project: 'dev', _splat: 'app' } })
  const row = (await screen.findByRole('link', { name: 'v1' })).closest('tr')
  await waitFor(() => expect(row?.textContent).not.toContain('released'))
})

test.each([
  ['Go on writing', '/projects/dev/labels'],
  ['Discard', '/projects'],
])('asks before the page is left under a form that somebody writes: %s', async (answer, path) => {
  withLabels([], 'list', 'create')
  const router = await renderPortal('/projects/dev/labels')
  await userEvent.click((await screen.findAllByRole('button', { name: 'New label' }))[0] ?? expect.fail())
  await userEvent.type(within(await screen.findByRole('dialog')).getByRole('textbox', { name: 'Name' }), 'team')
  void router.navigate({ to: '/projects' })
  await userEvent.setup({ pointerEventsCheck: 0 }).click(await screen.findByRole('button', { name: answer }))
  await waitFor(() => expect(router.state.location.pathname).toBe(path))
})

test('asks nobody who has sent what they wrote', async () => {
  withLabels([], 'list', 'create')
  const router = await renderPortal('/projects/dev/labels')
  await userEvent.click((await screen.findAllByRole('button', { name: 'New label' }))[0] ?? expect.fail())
  const drawer = await screen.findByRole('dialog')
  await userEvent.type(within(drawer).getByRole('textbox', { name: 'Name' }), 'team')
  await userEvent.click(within(drawer).getByRole('button', { name: 'Create' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await router.navigate({ to: '/projects' })
  expect(router.state.location.pathname).toBe('/projects')
})
