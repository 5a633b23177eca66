import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { pull, robot } from '../testing/answers/robots'
import { renderPortal } from '../testing/render-portal'
import { apiPath, listAnswer, project, server } from '../testing/server'

const rights = (text: string) =>
  text.split(' ').map((right) => {
    const [resource, action] = right.split(':')
    return { resource, action }
  })
const secret = 'berth_robot_0000'

/** A project whose admin looks at its robots. @returns what the server was asked to change */
function withRobots(robots: object[]) {
  const asked: { method: string; path: string; body: unknown }[] = []
  const note = async (request: Request) => {
    asked.push({ method: request.method, path: new URL(request.url).pathname, body: await request.json() })
  }
  server.use(
    http.get(apiPath('/users/current/permissions'), () =>
      HttpResponse.json(
        rights(
          '.:read robot:list robot:create robot:update robot:delete repository:pull repository:push tag:list scan:stop',
        ),
      ),
    ),
    http.get(apiPath('/permissions'), () =>
      HttpResponse.json({ project: rights('repository:pull repository:push tag:list tag:delete scan:stop') }),
    ),
    http.get(apiPath('/projects/:name'), () => HttpResponse.json(project('dev'))),
    http.get(apiPath('/projects/:name/summary'), () => HttpResponse.json({ repo_count: 0 })),
    http.get(apiPath('/projects/:name/robots'), () => listAnswer(robots)),
    http.get(apiPath('/robots'), () => listAnswer(robots)),
    http.post(apiPath('/robots'), async ({ request }) => {
      await note(request)
      const shown = JSON.stringify(asked).includes('issuer') ? {} : { secret }
      const made = { id: 8, name: 'robot$dev+new', ...shown, creation_time: robot.creation_time, expires_at: -1 }
      return HttpResponse.json(made, { status: 201 })
    }),
    http.put(apiPath('/robots/:id'), async ({ request }) => {
      await note(request)
      return new HttpResponse()
    }),
    http.patch(apiPath('/robots/:id'), async ({ request }) => {
      await note(request)
      return HttpResponse.json({ secret })
    }),
  )
  return asked
}

test('makes a robot with the rights that one has, and shows its secret once', async () => {
  const asked = withRobots([])
  await renderPortal('/projects/dev/robots')
  expect(await screen.findByText('No robots yet')).toBeTruthy()
  await userEvent.click((await screen.findAllByRole('button', { name: 'New robot' }))[0] as HTMLElement)
  const drawer = await screen.findByRole('dialog')
  await userEvent.type(within(drawer).getByRole('textbox', { name: 'Name' }), 'new')
  await userEvent.click(await within(drawer).findByRole('checkbox', { name: 'push' }))
  expect(within(drawer).queryByRole('checkbox', { name: 'delete' })).toBeNull()
  // Nothing here scans.
  expect(within(drawer).queryByRole('checkbox', { name: 'stop' })).toBeNull()
  await userEvent.click(within(drawer).getByRole('checkbox', { name: 'For ever' }))
  await userEvent.click(within(drawer).getByRole('button', { name: 'Create' }))
  expect(await screen.findByText(secret)).toBeTruthy()
  expect(asked).toMatchObject([
    {
      method: 'POST',
      body: {
        name: 'new',
        level: 'project',
        duration: -1,
        permissions: [{ ...pull, access: rights('repository:pull repository:push') }],
      },
    },
  ])
  const file = screen.getByRole('link', { name: /Download as a file/ })
  expect(decodeURIComponent(file.getAttribute('href') ?? '')).toContain(secret)
  expect(screen.getByText("docker login registry.example.com -u 'robot$dev+new'")).toBeTruthy()
  await userEvent.keyboard('{Escape}')
  expect(screen.getByText(secret)).toBeTruthy()
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Close' })).toBeNull())
  await userEvent.click(screen.getByRole('button', { name: 'I have saved it' }))
  await waitFor(() => expect(screen.queryByText(secret)).toBeNull())
})

test('needs a right and a name, in the reader’s language', async () => {
  const asked = withRobots([])
  await renderPortal('/projects/dev/robots', 'zh-CN')
  await userEvent.click((await screen.findAllByRole('button', { name: '新建机器人账户' }))[0] as HTMLElement)
  const drawer = await screen.findByRole('dialog')
  await userEvent.type(within(drawer).getByRole('textbox', { name: '名称' }), 'CI')
  await userEvent.click(await within(drawer).findByRole('button', { name: /清\s*空/ }))
  await userEvent.click(within(drawer).getByRole('button', { name: /创\s*建/ }))
  expect(await within(drawer).findByText('请至少为机器人账户选择一项权限。')).toBeTruthy()
  expect(within(drawer).getByText(/只能使用小写字母和数字/)).toBeTruthy()
  expect(asked).toEqual([])
})

test('gives a robot a new secret, and says how long the old one goes on', async () => {
  const asked = withRobots([robot])
  await renderPortal('/projects/dev/robots')
  const choose = async (name: string) => {
    await userEvent.click(await screen.findByRole('button', { name: 'Actions for robot$dev+ci' }))
    await userEvent.click(await screen.findByRole('menuitem', { name }))
  }
  await choose('New secret')
  const drawer = await screen.findByRole('dialog')
  await userEvent.click(within(drawer).getByRole('radio', { name: /Good for another hour/ }))
  await userEvent.click(within(drawer).getByRole('button', { name: 'New secret' }))
  expect(await screen.findByText(secret)).toBeTruthy()
  expect(screen.getByText(/The old secret ends/).textContent).toBe('The old secret ends in 1 hour')
  await userEvent.click(screen.getByRole('button', { name: 'I have saved it' }))
  await choose('Disable')
  await userEvent.click(await screen.findByRole('button', { name: 'Disable' }))
  await waitFor(() =>
    expect(asked).toMatchObject([
      { method: 'PATCH', path: '/api/v2.0/robots/7', body: { overlap: 3600, secret: '' } },
      { method: 'PUT', path: '/api/v2.0/robots/7', body: { disable: true } },
    ]),
  )
})

test('makes a robot that trusts GitHub, which has no secret', async () => {
  const asked = withRobots([])
  await renderPortal('/projects/dev/robots')
  await userEvent.click((await screen.findAllByRole('button', { name: 'New robot' }))[0] as HTMLElement)
  const drawer = await screen.findByRole('dialog')
  await userEvent.type(within(drawer).getByRole('textbox', { name: 'Name' }), 'new')
  await userEvent.click(await within(drawer).findByRole('button', { name: 'GitHub Actions' }))
  await userEvent.click(within(drawer).getByRole('button', { name: 'Create' }))
  expect(await within(drawer).findByText('Fill this in.')).toBeTruthy()
  await userEvent.type(within(drawer).getAllByRole('textbox', { name: 'Pattern' })[0] as HTMLElement, 'acme/shop')
  await userEvent.click(within(drawer).getByRole('button', { name: 'Create' }))
  expect(await screen.findByText('The robot robot$dev+new is ready.')).toBeTruthy()
  expect(screen.queryByText(secret)).toBeNull()
  expect(asked).toMatchObject([
    {
      body: {
        trust: [
          {
            issuer: 'https://token.actions.githubusercontent.com',
            audience: 'https://registry.example.com',
            claims: { repository: 'acme/shop', ref: 'refs/heads/main' },
          },
        ],
      },
    },
  ])
})

test('takes a secret of one’s own, and shows whom a robot trusts and when the old secret ends', async () => {
  const trust = [{ issuer: 'https://ci.example.com', audience: 'a', claims: { sub: 'x' } }]
  const asked = withRobots([{ ...robot, trust, old_secret_expires_at: 4_000_000_000 }])
  await renderPortal('/projects/dev/robots')
  expect(await screen.findByText('Trusts ci.example.com')).toBeTruthy()
  expect(screen.getByText(/Old secret ends/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Actions for robot$dev+ci' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'New secret' }))
  const drawer = await screen.findByRole('dialog')
  expect(within(drawer).getByText('Old secret ends')).toBeTruthy()
  expect(within(drawer).getByText('New secret ends')).toBeTruthy()
  const own = within(drawer).getByLabelText('Choose your own secret')
  // At once: where a drawer that opens takes the focus in between, keys would go elsewhere.
  fireEvent.change(own, { target: { value: 'short' } })
  await userEvent.click(within(drawer).getByRole('button', { name: 'New secret' }))
  expect(await within(drawer).findByText('This secret does not follow the rule below.')).toBeTruthy()
  fireEvent.change(own, { target: { value: 'short My 0wn' } })
  await userEvent.click(within(drawer).getByRole('button', { name: 'New secret' }))
  await waitFor(() => expect(asked).toMatchObject([{ method: 'PATCH', body: { secret: 'short My 0wn' } }]))
})

test.each([
  ['en-US', 1280, 'never'],
  ['zh-CN', 1280, '永不'],
  ['zh-CN', 320, '到期 永不'],
] as const)('says %s at %d pixels that a robot never ends', async (language, width, said) => {
  withRobots([{ ...robot, expires_at: -1, last_used_time: '2026-01-01T00:00:00.000Z' }])
  window.innerWidth = width
  await renderPortal('/projects/dev/robots', language)
  const row = (await screen.findByText('robot$dev+ci')).closest('tr')
  expect(row?.textContent).toContain(said)
  expect(row?.textContent).not.toContain('从未')
})

test('gives a robot of the system rights in all projects and in one', async () => {
  const asked = withRobots([])
  await renderPortal('/robots')
  await userEvent.click((await screen.findAllByRole('button', { name: 'New robot' }))[0] as HTMLElement)
  const drawer = await screen.findByRole('dialog')
  await userEvent.type(within(drawer).getByRole('textbox', { name: 'Name' }), 'everywhere')
  await userEvent.click(await within(drawer).findByRole('button', { name: 'Add all projects' }))
  await userEvent.type(within(drawer).getByRole('combobox', { name: 'Project' }), 'dev')
  await userEvent.click(within(drawer).getByRole('button', { name: 'Add a project' }))
  expect(await within(drawer).findByRole('group', { name: 'Rights in all projects' })).toBeTruthy()
  expect(await within(drawer).findByRole('group', { name: 'Rights in dev' })).toBeTruthy()
  await userEvent.click(within(drawer).getByRole('button', { name: 'Create' }))
  expect(await screen.findByText(secret)).toBeTruthy()
  expect(asked).toMatchObject([{ body: { level: 'system', permissions: [{ ...pull, namespace: '*' }, pull] } }])
})

test('shows what a robot has that is offered to nobody, and takes none of it by another change', async () => {
  const held = 'repository:pull scan:stop tag:delete'
  const asked = withRobots([{ ...robot, permissions: [{ ...pull, access: rights(held) }] }])
  await renderPortal('/projects/dev/robots')
  await userEvent.click(await screen.findByRole('button', { name: 'Actions for robot$dev+ci' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Change' }))
  const drawer = await screen.findByRole('dialog')
  await userEvent.click(await within(drawer).findByRole('checkbox', { name: 'push' }))
  expect(within(drawer).getByRole('checkbox', { name: 'stop' })).toHaveProperty('checked', true)
  expect(within(drawer).getByRole('checkbox', { name: 'delete' })).toHaveProperty('checked', true)
  await userEvent.click(within(drawer).getByRole('button', { name: 'Save' }))
  await waitFor(() =>
    expect(asked).toMatchObject([
      {
        method: 'PUT',
        body: { permissions: [{ access: rights('repository:pull repository:push scan:stop tag:delete') }] },
      },
    ]),
  )
})
