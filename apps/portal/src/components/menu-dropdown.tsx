import { Dropdown, type DropdownProps } from 'antd'
import { type ReactElement, useState } from 'react'

interface MenuDropdownProps {
  menu: NonNullable<DropdownProps['menu']>
  children: ReactElement
}

/** It comes because its button was pressed: open. */
export function MenuDropdown({ menu, children }: MenuDropdownProps) {
  const [open, setOpen] = useState(true)
  return (
    <Dropdown open={open} onOpenChange={setOpen} trigger={['click']} placement="bottomRight" autoFocus menu={menu}>
      {children}
    </Dropdown>
  )
}
