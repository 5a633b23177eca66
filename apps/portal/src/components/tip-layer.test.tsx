import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { TipLayer } from './tip-layer'

const address = 'https://hooks.example.com/services/T024/B0361'

function renderLine(width: number) {
  vi.spyOn(Element.prototype, 'scrollWidth', 'get').mockReturnValue(width)
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(200)
  render(
    <>
      <span style={{ textOverflow: 'ellipsis' }}>{address}</span>
      <TipLayer />
    </>,
  )
  fireEvent.pointerOver(screen.getByText(address))
}

test('what is cut off where it has no room is told in full', () => {
  renderLine(400)
  expect(screen.getAllByText(address)).toHaveLength(2)
})

test('what has room is not told twice', () => {
  renderLine(200)
  expect(screen.getAllByText(address)).toHaveLength(1)
})
