import { createMemoryHistory, createRootRoute, createRouter, RouterContextProvider } from '@tanstack/react-router'
import { render, renderHook, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { startI18n } from '../i18n/i18n'
import type { Column } from './column'
import { chooseDensity, hideColumn, showColumns } from './list-look'
import { ListTable } from './list-table'

interface Ship {
  id: number
  name: string
}

const fleet: Ship[] = [{ id: 1, name: 'Anna' }]
const columns: Column<Ship>[] = [
  { key: 'selection', title: 'Select', titleHidden: true, cell: () => null },
  ...['name', 'flag', 'berth'].map((key) => ({ key, title: key, cell: ({ name }: Ship) => name })),
  { key: 'actions', title: 'Actions', titleHidden: true, cell: () => null },
]
const router = createRouter({ routeTree: createRootRoute(), history: createMemoryHistory() })
const table = (name?: string) => (
  <RouterContextProvider router={router}>
    <ListTable {...(name !== undefined && { name })} label="Fleet" columns={columns} rowKey="id" rows={fleet} />
  </RouterContextProvider>
)
const heads = () => screen.getAllByRole('columnheader').map(({ textContent }) => textContent)
const shown = () => document.querySelector('thead')?.textContent
const kept = () => localStorage.getItem('berth-hidden-columns')

beforeEach(async () => {
  localStorage.setItem('berth-language', 'en-US')
  await startI18n()
  chooseDensity('comfortable')
  showColumns(['fleet/name', 'fleet/flag', 'fleet/berth', 'fleet/actions'])
})

test('hides columns by the keyboard, all but the first, and brings them back', async () => {
  render(table('fleet'))
  screen.getByRole('button', { name: 'Columns and density' }).focus()
  await userEvent.keyboard('{Enter}')
  const dialog = await screen.findByRole('dialog', { name: 'Fleet: columns and density' })
  const boxes = within(dialog).getAllByRole<HTMLInputElement>('checkbox')
  expect(boxes.map(({ labels, disabled }) => [labels?.[0]?.textContent, disabled])).toEqual([
    ['name', true],
    ['flag', false],
    ['berth', false],
  ])
  within(dialog).getByRole('checkbox', { name: 'flag' }).focus()
  await userEvent.keyboard(' ')
  expect(shown()).toBe('SelectnameberthActions')
  expect(kept()).toBe('["fleet/flag"]')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Show all columns' }))
  expect(shown()).toBe('SelectnameflagberthActions')
  expect(kept()).toBe('[]')
})

test('hides columns of one list, and sets the rows of all lists closer', () => {
  for (const key of ['berth', 'name', 'actions']) hideColumn(`fleet/${key}`)
  chooseDensity('compact')
  const { rerender } = render(table('fleet'))
  expect(heads()).toEqual(['Select', 'name', 'flag', 'Actions'])
  rerender(table('harbour'))
  expect(heads()).toEqual(['Select', 'name', 'flag', 'berth', 'Actions'])
  rerender(table())
  expect(heads()).toEqual(['Select', 'name', 'flag', 'berth', 'Actions'])
  expect(screen.getByRole('table').dataset['density']).toBe('compact')
  expect(screen.queryByRole('button')).toBeNull()
})

test('takes of what is remembered only what has its shape, and so much of it', async () => {
  const hiddenOf = async (text: string) => {
    localStorage.setItem('berth-hidden-columns', text)
    vi.resetModules()
    const { useHiddenColumns } = await import('./list-look')
    return renderHook(useHiddenColumns).result.current
  }
  for (const text of ['', '{', 'null', '7', '{"fleet":["flag"]}', `["${'x'.repeat(20_000)}"]`])
    expect(await hiddenOf(text)).toEqual([])
  expect(await hiddenOf('["fleet/flag",7,null]')).toEqual(['fleet/flag'])
  const many = Array.from({ length: 201 }, (_, at) => `list/${at}`)
  expect(await hiddenOf(JSON.stringify(many))).toEqual(many.slice(1))
})
