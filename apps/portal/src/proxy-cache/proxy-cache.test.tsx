import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { apiPath, listAnswer, project, server } from '../testing/server'

const registry = { id: 3, name: 'hub', type: 'docker-hub', url: 'https://hub.docker.com' }

/** A proxy cache `hub` that anybody may pull from. @returns what the server was asked to change */
function withProxy(metadata: Record<string, string> = {}, repositories: object[] = []) {
  const changes: unknown[] = []
  const note = async ({ request }: { request: Request }) => {
    changes.push(await request.json())
    return new HttpResponse()
  }
  const hub = { ...project('hub', true), registry_id: 3, metadata: { public: 'true', ...metadata } }
  server.use(
    http.get(apiPath('/projects'), () => listAnswer([{ ...hub, cve_allowlist: { items: [] } }])),
    http.get(apiPath('/projects/hub'), () => HttpResponse.json({ ...hub, cve_allowlist: { items: [] } })),
    http.get(apiPath('/projects/hub/summary'), () => HttpResponse.json({ repo_count: 0, registry })),
    http.get(apiPath('/projects/hub/repositories'), () => listAnswer(repositories)),
    http.get(apiPath('/system/CVEAllowlist'), () => HttpResponse.json({ items: [] })),
    http.get(apiPath('/registries'), () => listAnswer([{ ...registry, credential: undefined }])),
    http.post(apiPath('/projects'), note),
    http.put(apiPath('/projects/hub'), note),
  )
  return changes
}

test('makes a proxy cache of a registry', async () => {
  const changes = withProxy()
  server.use(
    http.get(apiPath('/users/current/permissions'), () =>
      HttpResponse.json([
        { resource: 'project', action: 'create' },
        { resource: 'registry', action: 'list' },
      ]),
    ),
  )
  await renderPortal('/projects')
  await userEvent.click(await screen.findByRole('button', { name: 'New project' }))
  const drawer = within(await screen.findByRole('dialog'))
  await userEvent.type(drawer.getByRole('textbox', { name: 'Name' }), 'hub')
  await userEvent.click(drawer.getByRole('radio', { name: /^Proxy cache/ }))
  await userEvent.click(drawer.getByRole('button', { name: 'Create' }))
  expect(await drawer.findByText('Choose a registry.')).toBeTruthy()
  await userEvent.click(drawer.getByRole('combobox', { name: 'Registry' }))
  await userEvent.click(await screen.findByTitle('hub (https://hub.docker.com)'))
  await userEvent.type(drawer.getByRole('spinbutton', { name: 'Requests at a time' }), '8')
  await userEvent.click(drawer.getByRole('button', { name: 'Create' }))
  await waitFor(() => expect(changes).toHaveLength(1))
  expect(changes[0]).toMatchObject({
    project_name: 'hub',
    registry_id: 3,
    metadata: { public: 'false', max_upstream_conn: '8', proxy_speed_kb: '-1', proxy_cache_serve_stale: 'true' },
  })
})

test('says that there are copies only, and how to pull one', async () => {
  withProxy()
  await renderPortal('/projects/hub')
  expect(await screen.findByText('Pull the first image')).toBeTruthy()
  expect(await screen.findByText('docker pull registry.example.com/hub/library/alpine:3')).toBeTruthy()
  expect(screen.getByText('Proxy cache')).toBeTruthy()
  expect(screen.queryByText(/docker push/)).toBeNull()
})

test('names its copies so where there are some, and offers no push', async () => {
  withProxy({}, [{ id: 1, name: 'hub/library/alpine', project_id: 2, artifact_count: 1, pull_count: 1 }])
  await renderPortal('/projects/hub')
  expect(await screen.findByText(/Cached copies only/)).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Pull command' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Push commands' })).toBeNull()
})

test('shows how it gets its images, and changes that', async () => {
  const changes = withProxy({ proxy_speed_kb: '2000', proxy_cache_serve_stale: 'false' })
  await renderPortal('/projects/hub/settings')
  expect(await screen.findByText('Its images come from hub, https://hub.docker.com.')).toBeTruthy()
  const speed = screen.getByRole('spinbutton', { name: 'Speed of a download' })
  expect(speed).toHaveProperty('value', '2000')
  await userEvent.clear(speed)
  await userEvent.click(screen.getByRole('switch', { name: /^Serve copies/ }))
  await userEvent.click(screen.getAllByRole('button', { name: 'Save' })[0] ?? expect.fail())
  await waitFor(() => expect(changes).toHaveLength(1))
  expect(changes[0]).toMatchObject({ metadata: { proxy_speed_kb: '-1', proxy_cache_serve_stale: 'true' } })
})
