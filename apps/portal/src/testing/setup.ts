import { cleanup, configure } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { server } from './server'

configure({ asyncUtilTimeout: 10_000 })

// What a browser has and jsdom lacks.
class MediaQuery extends EventTarget {
  readonly onchange = null
  constructor(readonly media: string) {
    super()
  }
  get matches() {
    const [, least = Number.POSITIVE_INFINITY] = /min-width: (\d+)px/.exec(this.media) ?? []
    return window.innerWidth >= Number(least)
  }
  addListener() {}
  removeListener() {}
}
window.matchMedia = (media: string) => new MediaQuery(media)
window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
}
window.scrollTo = () => undefined
Element.prototype.scrollIntoView = () => undefined

beforeEach(() => {
  window.innerWidth = 1280
})
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => {
  cleanup()
  server.resetHandlers()
  localStorage.clear()
})
afterAll(() => server.close())
