import { createBrowserHistory } from '@tanstack/react-router'
import { expect, test, vi } from 'vitest'
import { backCloses } from './back-closes'

test('what has closed twice leaves what lies below it to Back', async () => {
  const history = createBrowserHistory()
  history.push('/projects/dev')
  history.flush()
  const closeForm = vi.fn()
  const closeQuestion = vi.fn()
  const formHasClosed = backCloses(history, closeForm)
  const questionHasClosed = backCloses(history, closeQuestion)
  questionHasClosed()
  questionHasClosed()
  history.back()
  await expect.poll(() => closeForm.mock.calls.length).toBe(1)
  expect(closeQuestion).not.toHaveBeenCalled()
  formHasClosed()
  history.destroy()
})
