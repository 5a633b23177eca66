import { Button, type ButtonProps, type DropdownProps } from 'antd'
import { Suspense, useState } from 'react'
import { lazyPart } from './on-demand'

const loadMenu = () => import('./menu-dropdown')
const MenuDropdown = lazyPart(async () => (await loadMenu()).MenuDropdown)

interface MenuButtonProps extends Omit<ButtonProps, 'onClick'> {
  menu: NonNullable<DropdownProps['menu']>
}

/** A button with a menu, whose code is loaded when a hand comes near. */
export function MenuButton({ menu, ...button }: MenuButtonProps) {
  const [isWanted, setWanted] = useState(false)
  const trigger = <Button {...button} />
  const closed = (
    <Button
      {...button}
      aria-haspopup
      aria-expanded={false}
      onPointerEnter={() => void loadMenu()}
      onFocus={() => void loadMenu()}
      onClick={() => setWanted(true)}
    />
  )
  if (!isWanted) return closed
  return (
    <Suspense fallback={closed}>
      <MenuDropdown menu={menu}>{trigger}</MenuDropdown>
    </Suspense>
  )
}
