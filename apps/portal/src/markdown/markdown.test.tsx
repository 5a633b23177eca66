import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Markdown } from './markdown'

const shown = (text: string) => render(<Markdown text={text} />).container

test('lays out headings below those of the page, lists, tables and code', () => {
  const page = shown('# Web\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- [x] done\n\n```sh\nhelm install web\n```')
  expect(screen.getByRole('heading', { name: 'Web', level: 2 })).toBeTruthy()
  expect(screen.getByRole('cell', { name: '2' })).toBeTruthy()
  expect(page.querySelector('pre code')?.textContent).toBe('helm install web\n')
})

test.each([
  ['an element', '<img src=x onerror="window.stolen = 1"><b>bold</b>'],
  ['a block', '<div>\n<script>window.stolen = 1</script>\n</div>'],
  ['a style', '<style>body { display: none }</style>'],
  ['a frame', 'text <iframe src="https://elsewhere.example"></iframe>'],
  ['a comment', '<!-- secret -->'],
])('brings no HTML onto the page: %s', (_, text) => {
  expect(shown(text).querySelector('img, script, style, iframe, b')).toBeNull()
})

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  '//elsewhere.example',
  '../other.md',
  'blob:x',
])('makes no link of %s', (address) => {
  const page = shown(`[here](<${address.replace('\n', '&#10;')}>)`)
  expect(page.querySelector('a')).toBeNull()
  expect(page.textContent).toContain('here')
})

test('a link leads away without telling from where', () => {
  shown('[docs](https://docs.example/a?b=1) <https://auto.example>')
  for (const link of screen.getAllByRole('link')) {
    expect(link.getAttribute('rel')).toBe('noopener noreferrer nofollow ugc')
    expect(link.getAttribute('target')).toBe('_blank')
  }
})

test('an image is a link, so that nobody elsewhere learns who reads', () => {
  const page = shown(
    '![diagram](https://tracker.example/pixel.png) ![here](./local.png) [![badge](https://ci.example/b.svg)](https://ci.example)',
  )
  expect(page.querySelector('img')).toBeNull()
  expect(screen.getByRole('link', { name: 'diagram' }).getAttribute('href')).toBe('https://tracker.example/pixel.png')
  expect(page.textContent).toContain('here')
  expect(screen.getByRole('link', { name: 'badge' }).getAttribute('href')).toBe('https://ci.example')
  expect(page.querySelector('a a')).toBeNull()
})

test('a text that is very long is shown as it is written', () => {
  const page = shown(`# ${'x'.repeat(200_000)}`)
  expect(page.querySelector('h2')).toBeNull()
  expect(page.querySelector('pre')?.textContent).toHaveLength(200_002)
})
