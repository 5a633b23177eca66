import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { admin, apiPath, server } from '../testing/server'

const told = (user: object) => server.use(http.get(apiPath('/users/current'), () => HttpResponse.json(user)))

test('tells the built-in administrator of the default password, and where to change it', async () => {
  told({ ...admin, default_password: true })
  await renderPortal('/projects')
  expect((await screen.findByRole('link', { name: 'Change it now' })).getAttribute('href')).toBe('/profile')
})

test('tells another administrator of it, who cannot change it there', async () => {
  told({ ...admin, user_id: 7, default_password: true })
  await renderPortal('/projects')
  await screen.findByText(/built-in administrator still has/)
  expect(screen.queryByRole('link', { name: 'Change it now' })).toBeNull()
})

test('says nothing where the password is another one', async () => {
  told(admin)
  await renderPortal('/projects')
  await screen.findByRole('heading', { name: 'Projects' })
  expect(screen.queryByText(/built-in administrator still has/)).toBeNull()
})
