import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { apiPath, listAnswer, server } from '../testing/server'

test.each([
  ['the disk of the blobs is full up to its reserve', true],
  ['storage does not answer as it should', false],
])('where storage says %j, tells everybody that nothing can be pushed: %s', async (error, isTold) => {
  server.use(
    http.get(apiPath('/projects'), () => listAnswer([])),
    http.get(apiPath('/health'), () =>
      HttpResponse.json({ status: 'unhealthy', components: [{ name: 'storage', status: 'unhealthy', error }] }),
    ),
  )
  await renderPortal('/projects')
  await screen.findByRole('heading', { name: 'Projects' })
  if (isTold) await screen.findByText(/disk is full/)
  else expect(screen.queryByText(/disk is full/)).toBeNull()
})
