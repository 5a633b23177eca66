import { Button, type ButtonProps, type DropdownProps } from 'antd'
import { Suspense, useState } from 'react'
import { lazyAbove } from './on-demand'

const loadMenu = () => import('./menu-dropdown')
const MenuDropdown = lazyAbove(async () => (await loadMenu()).MenuDropdown)
/** Whether it comes is of no account until the button is pressed. */
const prepare = () => void loadMenu().catch(() => undefined)

interface MenuButtonProps extends Omit<ButtonProps, 'onClick'> {
  menu: NonNullable<DropdownProps['menu']>
}

/** A button with a menu, whose code is loaded when a hand comes near. */
export function MenuButton({ menu, ...button }: MenuButtonProps) {
  const [open, setOpen] = useState<boolean>()
  const trigger = <Button {...button} />
  const show = () => setOpen(true)
  const closed = (
    <Button {...button} aria-haspopup aria-expanded={false} onPointerEnter={prepare} onFocus={prepare} onClick={show} />
  )
  if (open === undefined) return closed
  return (
    <Suspense fallback={closed}>
      <MenuDropdown menu={menu} open={open} onOpen={show} onClose={() => setOpen(false)}>
        {trigger}
      </MenuDropdown>
    </Suspense>
  )
}
