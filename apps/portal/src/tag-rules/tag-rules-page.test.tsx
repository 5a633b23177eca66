import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { selectors, tagRule as rule } from '../testing/answers/tag-rules'
import { renderPortal } from '../testing/render-portal'
import { apiPath, listAnswer, project, role, server } from '../testing/server'

const user = userEvent.setup({ pointerEventsCheck: 0 })
const path = apiPath('/projects/dev/immutabletagrules')
const withRules = (...rules: object[]) =>
  server.use(
    http.get(apiPath('/projects/dev'), () => HttpResponse.json(project('dev'))),
    http.get(apiPath('/projects/dev/summary'), () => HttpResponse.json({ repo_count: 0 })),
    http.get(path, () => listAnswer(rules)),
    http.get(apiPath('/roles'), () => listAnswer([role(1, 'projectAdmin'), role(4, 'maintainer')])),
    http.get(apiPath('/projects/dev/matchingtags'), ({ request }) => {
      const tags = new URL(request.url).searchParams.get('tags')
      const found = tags === 'release-*' ? [{ repository: 'team/app', tag: 'release-1' }] : []
      return HttpResponse.json({ tags: found, matched: found.length, looked_at: 9, is_complete: true })
    }),
  )

test('says each rule as a sentence', async () => {
  const params = { roles: [4], robots: true }
  withRules(rule(1), rule(2, { template: 'protected_template', params, disabled: true, ...selectors('**', 'v*') }))
  await renderPortal('/projects/dev/tag-rules')
  await screen.findByText(/Nobody can move or delete tags that match “v\*” in all repositories but “scratch\/\*\*”\./)
  await screen.findByText(/Only Maintainer, robots can move or delete/)
  expect(await screen.findByText('off')).toBeTruthy()
})

test('makes a rule that lets roles pass, and shows which tags it is about', async () => {
  withRules()
  let made: unknown
  server.use(
    http.post(path, async ({ request }) => {
      made = await request.json()
      return new HttpResponse(null, { status: 201 })
    }),
  )
  await renderPortal('/projects/dev/tag-rules')
  await user.click(await screen.findByRole('button', { name: 'Add a rule' }))
  const drawer = await screen.findByRole('dialog')
  await user.click(within(drawer).getByLabelText(/^Protected/))
  const tags = within(drawer).getByLabelText('Tags')
  await user.clear(tags)
  await user.type(tags, '{{v')
  await user.click(within(drawer).getByRole('button', { name: 'Save' }))
  await within(drawer).findByText(/This is not a valid pattern/)
  await user.clear(tags)
  await user.type(tags, 'release-*')
  await within(drawer).findByText('team/app:release-1')
  await user.click(within(drawer).getByLabelText('Robots may, too'))
  await user.click(within(drawer).getByRole('button', { name: 'Save' }))
  await waitFor(() =>
    expect(made).toMatchObject({
      template: 'protected_template',
      params: { roles: [1, 4], robots: true },
      tag_selectors: [{ kind: 'doublestar', decoration: 'matches', pattern: 'release-*' }],
      scope_selectors: { repository: [{ decoration: 'repoMatches', pattern: '**' }] },
    }),
  )
})

test('switches a rule off, and sends it back as it was told otherwise', async () => {
  withRules(rule(7))
  let sent: unknown
  server.use(
    http.put(`${path}/7`, async ({ request }) => {
      sent = await request.json()
      return new HttpResponse(null, { status: 200 })
    }),
  )
  await renderPortal('/projects/dev/tag-rules')
  await user.click(await screen.findByRole('button', { name: /^Actions for/ }))
  await user.click(await screen.findByRole('menuitem', { name: 'Switch off' }))
  await user.click(await screen.findByRole('button', { name: 'Switch off' }))
  const { id: _, ...given } = rule(7, {
    disabled: true,
    params: { roles: [], robots: false },
    ...selectors('scratch/**', 'v*', { extras: '' }),
  })
  await waitFor(() => expect(sent).toEqual(given))
})
