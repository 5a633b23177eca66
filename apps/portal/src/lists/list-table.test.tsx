import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import type { Column } from './column'
import { ListTable } from './list-table'

interface Ship {
  id: number
  name: string
}

const fleet: Ship[] = Array.from({ length: 100 }, (_, id) => ({ id, name: `ship ${id}` }))

function columnsOf(cell: (ship: Ship) => string): Column<Ship>[] {
  return [{ key: 'name', title: 'Name', sorts: true, cell }]
}

test('renders again the row that changed, not its neighbours', () => {
  const cell = vi.fn((ship: Ship) => ship.name)
  const columns = columnsOf(cell)
  const table = (rows: Ship[]) => <ListTable label="Fleet" columns={columns} rowKey="id" rows={rows} />
  const { rerender } = render(table(fleet))
  cell.mockClear()
  rerender(table(fleet.map((ship) => (ship.id === 7 ? { ...ship, name: 'ship seven' } : ship))))
  expect(cell.mock.calls).toEqual([[{ id: 7, name: 'ship seven' }]])
})

test('renders again the row that opens, and the one that closes for it', () => {
  const cell = vi.fn((ship: Ship) => ship.name)
  const columns = columnsOf(cell)
  const table = (open?: number) => (
    <ListTable label="Fleet" columns={columns} rowKey="id" rows={fleet} isOpen={({ id }) => id === open} />
  )
  const { rerender } = render(table())
  cell.mockClear()
  rerender(table(3))
  expect(cell.mock.calls.map(([{ id }]) => id)).toEqual([3])
  cell.mockClear()
  rerender(table(4))
  expect(cell.mock.calls.map(([{ id }]) => id)).toEqual([3, 4])
})

test('says by which column it is sorted, and asks for the next order', async () => {
  const asked = vi.fn()
  const columns = columnsOf(({ name }) => name)
  render(<ListTable label="Fleet" columns={columns} rowKey="id" rows={fleet} sort="name" onSort={asked} />)
  expect(screen.getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort')).toBe('ascending')
  await userEvent.click(screen.getByRole('button', { name: 'Name' }))
  expect(asked).toHaveBeenCalledWith('-name')
})
