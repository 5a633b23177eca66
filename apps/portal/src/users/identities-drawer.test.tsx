import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { admin, apiPath, listAnswer, refusal, server } from '../testing/server'

const kim = { ...admin, user_id: 7, username: 'kim', sysadmin_flag: false, identity_sources: ['oidc'] }
const identity = {
  id: 3,
  source: 'oidc',
  issuer: 'https://old.example',
  subject: 'kim-1',
  name: 'Kim',
  present: true,
  creation_time: '2026-01-01T00:00:00.000Z',
  last_seen: '2026-01-02T00:00:00.000Z',
}

test.each([
  ['en-US', 'Actions for kim', 'Linked identities', 'Issuer', 'Subject', 'Link the identity'],
  ['zh-CN', '对 kim 的操作', '关联身份', '颁发者（issuer）', '主体（subject）', '关联身份'],
] as const)(
  'shows and links who a user is elsewhere, in %s',
  async (language, menu, entry, issuer, subject, submit) => {
    const sent: unknown[] = []
    let isTaken = true
    server.use(
      http.get(apiPath('/users'), () => listAnswer([kim])),
      http.get(apiPath('/users/7/identities'), () => HttpResponse.json([identity])),
      http.post(apiPath('/users/7/identities'), async ({ request }) => {
        sent.push(await request.json())
        if (isTaken) return refusal(409, 'CONFLICT', 'This identity signs in as robin already.', 'IDENTITY_LINKED')
        return new HttpResponse(null, { status: 201 })
      }),
    )
    const user = userEvent.setup({ pointerEventsCheck: 0 })
    await renderPortal('/users', language)
    expect(await screen.findByText('OpenID')).toBeTruthy()
    await user.click(await screen.findByRole('button', { name: menu }))
    await user.click(await screen.findByText(entry))
    const drawer = await screen.findByRole('dialog')
    await within(drawer).findByText('https://old.example')
    await user.type(within(drawer).getByLabelText(issuer), 'https://new.example')
    await user.type(within(drawer).getByLabelText(subject), 'kim-2')
    await user.click(within(drawer).getByRole('button', { name: submit }))
    await within(drawer).findByText('This identity signs in as robin already.')
    isTaken = false
    await user.click(within(drawer).getByRole('button', { name: submit }))
    await waitFor(() => expect(sent).toHaveLength(2))
    expect(sent[1]).toEqual({ issuer: 'https://new.example', subject: 'kim-2' })
  },
)

test('asks before it closes over what was typed', async () => {
  server.use(
    http.get(apiPath('/users'), () => listAnswer([kim])),
    http.get(apiPath('/users/7/identities'), () => HttpResponse.json([identity])),
  )
  const user = userEvent.setup({ pointerEventsCheck: 0 })
  await renderPortal('/users')
  await user.click(await screen.findByRole('button', { name: 'Actions for kim' }))
  await user.click(await screen.findByText('Linked identities'))
  const drawer = await screen.findByRole('dialog')
  await user.type(within(drawer).getByLabelText('Subject'), 'kim-2')
  await user.click(within(drawer).getByRole('button', { name: 'Close' }))
  await user.click(await screen.findByRole('button', { name: 'Go on writing' }))
  expect(within(drawer).getByLabelText<HTMLInputElement>('Subject').value).toBe('kim-2')
})
