import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import type { Language } from '../i18n/languages'
import { renderPortal } from '../testing/render-portal'
import { apiPath, listAnswer, project, refusal, server } from '../testing/server'

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`
/** What its page needs to be shown. */
const artifact = { digest, type: 'SBOM', size: 1, references: null, tags: [], annotations: null, addition_links: {} }
const none = { rows: [], more: false }
const nothing = { projects: none, repositories: none, tags: none, artifacts: none }
const labels = {
  'en-US': 'A name, digest, label, or a pasted pull command',
  'zh-CN': '名称、摘要、标记，或粘贴的拉取命令',
}

let asked: string[]
/** What the server finds by a word. */
let found: Record<string, object>

beforeEach(() => {
  asked = []
  found = {}
  server.use(
    http.get(apiPath('/projects/dev'), () => HttpResponse.json(project('dev'))),
    http.get(apiPath('/search/all'), ({ request }) => {
      const word = new URL(request.url).searchParams.get('q') ?? ''
      asked.push(word)
      return HttpResponse.json({ ...nothing, ...found[word] })
    }),
    http.get(/\/dev\/repositories\/httpd\/artifacts\/[^/]+$/, ({ request }) =>
      /artifacts\/(v7|sha256%3A0123456789)/.test(request.url)
        ? HttpResponse.json(artifact)
        : HttpResponse.json({ errors: [] }, { status: 404 }),
    ),
    http.get(/\/dev\/repositories\/httpd\/artifacts\/[^/]+\/manifest$/, () => new HttpResponse('{}')),
    http.get(/\/dev\/repositories\/httpd\/artifacts\/[^/]+\/referrers$/, () => HttpResponse.json([])),
    http.get(/\/dev\/repositories\/httpd\/tags$/, ({ request }) => {
      const q = new URL(request.url).searchParams.get('q') ?? ''
      return listAnswer(q === 'name=~v1.10' ? [{ name: 'v1.10.4', digest }] : [])
    }),
  )
})

async function open(page: string, language: Language = 'en-US') {
  const router = await renderPortal(page, language)
  // The key is heard once the frame is there.
  await screen.findByRole('main')
  await userEvent.keyboard('{Control>}k{/Control}')
  return { router, box: await screen.findByRole('combobox', { name: labels[language] }) }
}

async function find(text: string, page = '/projects') {
  const { router, box } = await open(page)
  await userEvent.click(box)
  await userEvent.paste(text)
  return router
}
const path = (router: Awaited<ReturnType<typeof renderPortal>>) => decodeURIComponent(router.state.location.pathname)

test('finds tags of the repository that is open', async () => {
  const router = await find('v1.10', '/projects/dev/repositories/httpd')
  await userEvent.click(await screen.findByRole('option', { name: /httpd:v1\.10\.4/ }))
  await expect.poll(() => path(router)).toBe('/projects/dev/artifacts/httpd:v1.10.4')
})

test('finds projects, repositories, tags and artifacts by whatever names them, and leads to all of it', async () => {
  const repository = { repository_name: 'dev/team/app', project_name: 'dev' }
  found['gold'] = {
    projects: { rows: [{ project_id: 2, name: 'golden', public: false, repo_count: 1 }], more: false },
    repositories: { rows: [{ name: 'dev/gold', project_name: 'dev', artifact_count: 1, pull_count: 0 }], more: true },
    tags: { rows: [{ ...repository, name: 'gold-1', digest, push_time: '2026-01-01T00:00:00Z' }], more: false },
    artifacts: {
      rows: [
        { ...repository, digest, type: 'IMAGE', matched: 'label', tag: 'v9' },
        { ...repository, digest, type: 'IMAGE', matched: 'annotation', tag: null },
      ],
      more: false,
    },
  }
  const router = await find('gold')
  await screen.findByRole('option', { name: /^golden/ })
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
    'goldenProject',
    'dev/goldRepository',
    'dev/team/app:gold-1Tag',
    'dev/team/app:v9By its label',
    'dev/team/app@sha256:0123456789ab…By an annotation',
    'Show all results for “gold”Page',
  ])
  await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}{Enter}')
  await expect.poll(() => path(router)).toBe('/projects/dev/artifacts/team/app:v9')
})

test('a pasted digest lands on its artifact', async () => {
  found[digest] = {
    artifacts: {
      rows: [
        { digest, repository_name: 'dev/httpd', project_name: 'dev', type: 'IMAGE', matched: 'digest', tag: 'v1' },
      ],
      more: false,
    },
  }
  const router = await find(digest)
  await screen.findByRole('option', { name: /dev\/httpd@sha256:0123456789ab/ })
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => path(router)).toBe(`/projects/dev/artifacts/httpd@${digest}`)
})

test('a pasted pull command lands on its artifact, and on nothing that is not there', async () => {
  const router = await find('docker pull registry.example.com/dev/httpd:v7')
  await screen.findByRole('option', { name: /^dev\/httpd:v7/ })
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => path(router)).toBe('/projects/dev/artifacts/httpd:v7')
  await userEvent.keyboard('{Control>}k{/Control}')
  await userEvent.click(await screen.findByRole('combobox', { name: labels['en-US'] }))
  await userEvent.paste('docker pull registry.example.com/dev/httpd:v8')
  await screen.findByText(/^Nothing found/)
})

test('asks for no more than the server takes, and once for a word', async () => {
  await find('x'.repeat(5_000))
  await waitFor(() => expect(asked).toEqual(['x'.repeat(255)]))
})

test('goes to pages and does what can be done from anywhere', async () => {
  const router = await find('new pro')
  await userEvent.click(await screen.findByRole('option', { name: /^New project/ }))
  await expect.poll(() => router.state.location.search).toEqual({ create: true })
  await screen.findByLabelText('Storage limit')
})

test('offers in Chinese what the reader may open, and visitors no page of an account', async () => {
  server.use(
    http.get(apiPath('/users/current'), () => refusal(401, 'UNAUTHORIZED', 'Sign in first.')),
    http.get(apiPath('/users/current/permissions'), () => refusal(401, 'UNAUTHORIZED', 'Sign in first.')),
  )
  await open('/projects', 'zh-CN')
  const names = screen.getAllByRole('option').map((option) => option.textContent)
  expect(names).toEqual(['项目页面', 'English操作', '深色主题操作'])
})
