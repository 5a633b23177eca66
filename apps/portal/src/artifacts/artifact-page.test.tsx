import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { apiPath, listAnswer, project, refusal, server } from '../testing/server'

const digest = (letter: string) => `sha256:${letter.repeat(64)}`
const at = '2026-01-01T00:00:00.000Z'
const artifact = (more: object = {}) => ({
  id: 1,
  type: 'IMAGE',
  digest: digest('a'),
  size: 2048,
  manifest_media_type: 'application/vnd.oci.image.manifest.v1+json',
  push_time: at,
  pull_time: '0001-01-01T00:00:00.000Z',
  pushed_by: 'mara',
  references: null,
  tags: [{ name: 'v7', push_time: at, pull_time: at }],
  annotations: { 'org.opencontainers.image.source': 'https://example.org' },
  addition_links: {},
  extra_attrs: {
    os: 'linux',
    architecture: 'amd64',
    config: { Env: ['A=1'], Cmd: ['run', 'it now'], ExposedPorts: { '8080/tcp': {}, '53/udp': {} } },
  },
  ...more,
})
const layers = [
  {
    digest: digest('b'),
    media_type: 'x',
    size: 1536,
    shared_with: 14,
    created_by: '/bin/sh -c #(nop) ADD file:abc in /',
  },
  { digest: null, media_type: null, size: 0, created_by: 'ENV A=1', created: '2025-03-04T05:06:07.000Z' },
  { digest: digest('c'), media_type: 'x', size: 512, created_by: '/bin/sh -c make' },
]

const of = (what: string) => new RegExp(`/dev/repositories/httpd/artifacts/[^/]+${what}$`)

beforeEach(() => {
  server.use(
    http.get(apiPath('/projects/dev'), () => HttpResponse.json(project('dev'))),
    http.get(of(''), () => HttpResponse.json(artifact())),
    http.get(of('/referrers'), () => HttpResponse.json([])),
    http.get(of('/layers'), () => HttpResponse.json(layers)),
    http.get(/\/httpd\/tags\/v7\/history$/, () => listAnswer([])),
  )
})

const page = '/projects/dev/artifacts/httpd:v7'

test('leads an address that names no tag and no digest to the repository', async () => {
  const router = await renderPortal('/projects/dev/artifacts/httpd')
  await waitFor(() => expect(router.state.location.pathname).toBe('/projects/dev/repositories/httpd'))
})

test('heads the page with name, kind, digest, who pushed it and how to pull it', async () => {
  await renderPortal(page)
  expect(await screen.findByRole('heading', { name: 'httpd:v7' })).toBeTruthy()
  expect(screen.getByText(digest('a'))).toBeTruthy()
  expect(screen.getByText(/pushed by mara/)).toBeTruthy()
  expect(screen.getByText('docker pull registry.example.com/dev/httpd:v7')).toBeTruthy()
  expect(screen.queryByText('Signed')).toBeNull()
})

test('shows labels, and lets them be put on and taken off', async () => {
  const label = (id: number, name: string) => ({ id, name })
  let labels = [label(1, 'tested')]
  server.use(
    http.get(of(''), () => HttpResponse.json(artifact({ labels }))),
    http.get(apiPath('/labels'), ({ request }) =>
      listAnswer(request.url.includes('scope=g') ? [label(1, 'tested'), label(2, 'released')] : []),
    ),
    http.post(of('/labels'), async ({ request }) => {
      expect(await request.json()).toEqual({ id: 2 })
      labels = [...labels, label(2, 'released')]
      return new HttpResponse()
    }),
    http.delete(of('/labels/1'), () => {
      labels = labels.filter(({ id }) => id !== 1)
      return new HttpResponse()
    }),
  )
  await renderPortal(page)
  const choice = await screen.findByRole('combobox', { name: 'Add a label' })
  await userEvent.click(choice)
  await userEvent.selectOptions(choice, await within(choice).findByRole('option', { name: 'released' }))
  expect(await screen.findByRole('button', { name: 'Remove the label released' })).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Remove the label tested' }))
  await expect.poll(() => screen.queryByRole('button', { name: 'Remove the label tested' })).toBeNull()
  expect(labels).toEqual([label(2, 'released')])
})

const deletion = {
  digest: digest('a'),
  tags: ['latest', 'v7'],
  tag_count: 2,
  accessories: [
    { type: 'SBOM', count: 1 },
    { type: 'SIGNATURE', count: 2 },
  ],
  parts: 3,
  frees: 1024,
}
const mayDelete = http.get(apiPath('/users/current/permissions'), () =>
  HttpResponse.json([
    { resource: 'artifact', action: 'delete' },
    { resource: 'repository', action: 'push' },
  ]),
)

test('deletes the artifact once it has said what goes and what stays, leaves for its repository, and can undo', async () => {
  const calls: string[] = []
  const note = ({ request }: { request: Request }) => {
    calls.push(`${request.method} ${decodeURIComponent(request.url).split('/httpd/')[1]}`)
    return HttpResponse.json({ digest: digest('a'), tags: ['v7'], taken_tags: [], missing: [] })
  }
  server.use(
    mayDelete,
    http.get(of('/deletion'), () => HttpResponse.json(deletion)),
    http.get(/\/httpd\/tags$/, () => listAnswer([])),
    http.delete(of(''), note),
    http.post(/\/httpd\/deleted\/[^/]+\/restore$/, note),
  )
  const router = await renderPortal(page)
  await userEvent.click(await screen.findByRole('button', { name: 'Delete the artifact' }))
  const dialog = await screen.findByRole('dialog')
  for (const part of [
    '2 tags go',
    '3 more that are about nothing else go: SBOM and Signature',
    '3 images that the index lists stay',
    '1 KiB that nothing else in this project needs become free in 7 days',
    'For 7 days this can be restored',
  ])
    expect(dialog.textContent).toContain(part)
  expect(document.querySelector('.ant-btn-loading')).toBeNull()
  expect(calls).toEqual([])
  await userEvent.click(within(dialog).getByRole('button', { name: 'Delete the artifact' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/projects/dev/repositories/httpd'))
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
  await screen.findByText('Tag v7 is back.')
  expect(calls).toEqual([`DELETE artifacts/${digest('a')}`, `POST deleted/${digest('a')}/restore`])
})

test('says that bytes become free at once, and offers no undo, where nothing is kept of what is deleted', async () => {
  server.use(
    mayDelete,
    http.get(apiPath('/systeminfo'), () => HttpResponse.json({ restorable_seconds: 0 })),
    http.get(of('/deletion'), () => HttpResponse.json(deletion)),
    http.get(/\/httpd\/tags$/, () => listAnswer([])),
    http.delete(of(''), () => new HttpResponse()),
  )
  await renderPortal(page)
  await userEvent.click(await screen.findByRole('button', { name: 'Delete the artifact' }))
  const dialog = await screen.findByRole('dialog')
  expect(dialog.textContent).toContain('1 KiB that nothing else in this project needs become free at once')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Delete the artifact' }))
  await screen.findByText('Artifact sha256:aaaaaaaaaaaa is deleted.')
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
})

test('asks nothing where a rule keeps the artifact, and names the rule', async () => {
  server.use(
    mayDelete,
    http.get(of('/deletion'), () => refusal(412, 'PRECONDITION', 'The rule v* keeps the tag v7.', 'TAG_IMMUTABLE')),
  )
  await renderPortal(page)
  await userEvent.click(await screen.findByRole('button', { name: 'Delete the artifact' }))
  expect(await screen.findByText('The rule v* keeps the tag v7.')).toBeTruthy()
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('offers nobody to delete it who may not', async () => {
  server.use(http.get(apiPath('/users/current/permissions'), () => HttpResponse.json([])))
  await renderPortal(page)
  await screen.findByText('2 layers, 2 KiB to download')
  expect(screen.queryByRole('button', { name: 'Delete the artifact' })).toBeNull()
})

test('shows layers with their share, and steps without files when asked', async () => {
  await renderPortal(page)
  await screen.findByText('2 layers, 2 KiB to download')
  const rows = () => screen.getAllByRole('listitem').filter((row) => row.closest('ol')?.className.includes('layers'))
  expect(rows().map((row) => row.textContent)).toEqual([
    expect.stringMatching(/ADD file:abc in \/.*1\.5 KiB75% up to hereshared with 14 artifacts$/),
    expect.stringMatching(/RUN make.*512 B100% up to here$/),
  ])
  const numbers = () => rows().map((row) => row.getAttribute('value'))
  expect(numbers()).toEqual(['1', '3'])
  await userEvent.click(screen.getByRole('button', { name: 'Show 1 step without files' }))
  expect(numbers()).toEqual(['1', '2', '3'])
  expect(rows()[1]?.querySelector('time')?.dateTime).toBe('2025-03-04T05:06:07.000Z')
  expect(rows()[0]?.textContent).toContain(digest('b').slice(0, 19))
  expect(screen.getByRole('button', { name: 'Copy the rebuilt Dockerfile' })).toBeTruthy()
})

test('of an index, shows the parts of the platform that is chosen', async () => {
  const child = (letter: string, os: string, architecture: string) => ({
    child_digest: digest(letter),
    platform: { os, architecture },
    size: 1024,
  })
  const references = [child('d', 'linux', 'arm64'), child('e', 'linux', 'amd64'), child('f', 'unknown', 'unknown')]
  const asked: string[] = []
  server.use(
    http.get(of(''), () => HttpResponse.json(artifact({ references }))),
    http.get(of('/layers'), ({ request }) => {
      asked.push(decodeURIComponent(request.url).split('/').at(-2) ?? '')
      return HttpResponse.json(layers)
    }),
  )
  const router = await renderPortal(page)
  const platforms = await screen.findByRole('combobox', { name: 'Platform' })
  expect(
    within(platforms)
      .getAllByRole('option')
      .map((option) => option.textContent),
  ).toEqual(['linux/arm64 · 1 KiB', 'linux/amd64 · 1 KiB'])
  await screen.findByText('2 layers, 2 KiB to download')
  await userEvent.selectOptions(platforms, digest('d'))
  await expect.poll(() => asked).toEqual([digest('e'), digest('d')])
  expect(router.state.location.search).toEqual({ platform: digest('d') })
  router.history.back()
  await expect.poll(() => router.state.location.search).toEqual({})
  expect(router.state.location.pathname).toBe(page)
})

const referrer = {
  size: 512,
  push_time: at,
  pushed_by: null,
  annotations: null,
  artifact_type: 'x',
  predicates: [],
  platform: null,
}

test('names what an attestation states, for which platform, and what is an index', async () => {
  const here = (letter: string, type: string, more: object = {}) => ({
    ...referrer,
    digest: digest(letter),
    subject: digest('a'),
    depth: 1,
    type,
    accessory_type: 'subject.accessory',
    ...more,
  })
  server.use(
    http.get(of('/referrers'), () =>
      HttpResponse.json([
        here('1', 'ATTESTATION', {
          predicates: ['https://slsa.dev/provenance/v1', 'https://spdx.dev/Document', 'https://example.org/own/v1'],
          platform: { os: 'linux', architecture: 'arm64', variant: 'v8' },
        }),
        here('2', 'INDEX'),
        here('3', 'REFERRERS'),
      ]),
    ),
  )
  await renderPortal(`${page}?tab=referrers`)
  const name = 'Attestation: how it was built (SLSA provenance), SBOM (SPDX), https://example.org/own/v1'
  const attestation = (await screen.findByText(name)).closest('li')
  expect(within(attestation as HTMLElement).getByText('of linux/arm64/v8')).toBeTruthy()
  expect(screen.getByText('Index')).toBeTruthy()
  expect(screen.getByText('List of referrers')).toBeTruthy()
  expect(screen.queryByText('Image', { selector: 'strong' })).toBeNull()
})

test('shows what refers to it as a tree in words, and says so in the head', async () => {
  let asked = 0
  server.use(
    http.get(of('/referrers'), () => {
      asked += 1
      return HttpResponse.json([
        {
          ...referrer,
          digest: digest('1'),
          subject: digest('a'),
          depth: 1,
          type: 'SIGNATURE',
          accessory_type: 'signature.cosign',
        },
        {
          ...referrer,
          digest: digest('2'),
          subject: digest('a'),
          depth: 1,
          type: 'SBOM',
          accessory_type: 'subject.accessory',
        },
        {
          ...referrer,
          digest: digest('3'),
          subject: digest('2'),
          depth: 2,
          type: 'SIGNATURE',
          accessory_type: 'signature.notation',
        },
      ])
    }),
  )
  await renderPortal(`${page}?tab=referrers`)
  expect(await screen.findByText('Signed')).toBeTruthy()
  const sbom = (await screen.findByText('SBOM')).closest('li')
  expect(within(sbom as HTMLElement).getByText('Signature by notation')).toBeTruthy()
  expect(screen.getByRole('link', { name: digest('2') }).getAttribute('href')).toContain('/artifacts/httpd@sha256')
  expect(screen.getByRole('link', { name: 'Referrers (3)' })).toBeTruthy()
  expect(asked).toBe(1)
})

test('marks a signature that another has replaced, which signs nothing any more', async () => {
  const signature = { ...referrer, digest: digest('1'), subject: digest('a'), depth: 1, type: 'SIGNATURE' }
  server.use(
    http.get(of('/referrers'), () =>
      HttpResponse.json([{ ...signature, accessory_type: 'signature.cosign', replaced: true }]),
    ),
  )
  await renderPortal(`${page}?tab=referrers`)
  const row = (await screen.findByText('Signature by cosign')).closest('li')
  expect(within(row as HTMLElement).getByText('Replaced')).toBeTruthy()
  expect(screen.queryByText('Signed')).toBeNull()
})

test('shows config, manifest and tags', async () => {
  const manifest = JSON.stringify({ subject: { digest: digest('9') } })
  server.use(http.get(of('/manifest'), () => new HttpResponse(manifest)))
  await renderPortal(`${page}?tab=config`)
  expect(await screen.findByText('run "it now"')).toBeTruthy()
  expect(screen.getByText('8080/tcp, 53/udp')).toBeTruthy()
  expect(screen.getByText('linux/amd64')).toBeTruthy()
  await userEvent.click(screen.getByRole('link', { name: 'Manifest' }))
  expect(await screen.findByRole('link', { name: digest('9') })).toBeTruthy()
  await userEvent.click(screen.getByRole('link', { name: 'Tags' }))
  expect(await screen.findByRole('link', { name: 'v7' })).toBeTruthy()
})

test.each([
  {},
  { architecture: 7, os: null, created: 'yesterday', author: [], config: [] },
  { config: { Env: 'A=1', Cmd: {}, Labels: [], ExposedPorts: 7, User: null } },
])('opens with a config that nobody can read: %j', async (attributes) => {
  server.use(http.get(of(''), () => HttpResponse.json(artifact({ extra_attrs: attributes, size: 0 }))))
  await renderPortal(`${page}?tab=config`)
  expect(await screen.findByText('application/vnd.oci.image.manifest.v1+json')).toBeTruthy()
  expect(screen.getByRole('heading', { name: 'httpd:v7' })).toBeTruthy()
})

test('of a chart, has a tab for each text that it holds, and none for what it lacks', async () => {
  server.use(
    http.get(of(''), () => HttpResponse.json(artifact({ type: 'CHART', extra_attrs: { version: '1.0.0+b1' } }))),
    http.get(of('/additions/values.yaml'), () => new HttpResponse('replicas: 2')),
    http.get(of('/additions/readme.md'), () => refusal(404, 'NOT_FOUND', 'None.')),
    http.get(of('/additions/dependencies'), () =>
      HttpResponse.json([{ name: 'db', version: '>=1', repository: 'https://charts' }]),
    ),
  )
  await renderPortal(`${page}?tab=dependencies`)
  expect(await screen.findByRole('cell', { name: 'db' })).toBeTruthy()
  await userEvent.click(await screen.findByRole('link', { name: 'Values' }))
  expect(await screen.findByText('replicas: 2')).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Readme' })).toBeNull()
  expect(screen.queryByRole('link', { name: 'Layers' })).toBeNull()
})

test('says what is wrong where there is no such artifact', async () => {
  server.use(http.get(of(''), () => refusal(404, 'NOT_FOUND', 'There is no artifact v7 in dev/httpd.')))
  await renderPortal(page)
  expect(await screen.findByText('There is no artifact v7 in dev/httpd.')).toBeTruthy()
})

test('puts times before the verb in Chinese', async () => {
  await renderPortal(page, 'zh-CN')
  await screen.findByRole('heading', { name: 'httpd:v7' })
  expect(document.body.textContent).toMatch(/(前|年)由 mara 推送/)
  expect(document.body.textContent).toContain('从未拉取')
})
