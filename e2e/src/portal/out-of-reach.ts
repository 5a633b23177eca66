import type { Page } from 'playwright-core'

/** What of the page lies beyond the window, or is cut off by a box that does not scroll; nothing of it can be reached. */
export function outOfReach(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wide = document.documentElement.scrollWidth
    const width = document.documentElement.clientWidth
    const found = wide > width ? [`the page is ${wide} px wide`] : []
    for (const element of document.querySelectorAll('main :is(a, button, input, select, th, td, h1, h2, [role=tab])')) {
      const { left, right, height } = element.getBoundingClientRect()
      if (height === 0 || right - left <= 1 || getComputedStyle(element).visibility === 'hidden') continue
      let [start, edge] = [0, width]
      for (let box = element.parentElement; box !== null; box = box.parentElement) {
        const { overflowX, textOverflow } = getComputedStyle(box)
        if (overflowX === 'auto' || overflowX === 'scroll') {
          // Whatever lies right of where its content begins can be moved into sight.
          start = box.getBoundingClientRect().left - box.scrollLeft
          edge = Infinity
        }
        if (edge === Infinity || textOverflow === 'ellipsis') break
        if (overflowX === 'hidden' || overflowX === 'clip') edge = Math.min(edge, box.getBoundingClientRect().right)
      }
      if (right > edge + 1 || left < start - 1)
        found.push(`${element.tagName} "${element.textContent?.slice(0, 40)}" ends at ${Math.round(right)} px`)
    }
    return found
  })
}

/** Tables that are wider than their frames: their rows can be moved into sight, but not read at once. */
export function widerThanFrame(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main table')].flatMap((table) => {
      const wide = table.scrollWidth
      const width = table.parentElement?.clientWidth ?? wide
      return wide > width + 1 ? [`${table.getAttribute('aria-label')} is ${wide} px wide in ${width} px`] : []
    }),
  )
}
