import { Dropdown, type DropdownProps } from 'antd'
import type { ReactElement } from 'react'

interface MenuDropdownProps {
  menu: NonNullable<DropdownProps['menu']>
  open: boolean
  onOpen: () => void
  onClose: () => void
  children: ReactElement
}

export function MenuDropdown({ menu, open, onOpen, onClose, children }: MenuDropdownProps) {
  return (
    <Dropdown
      open={open}
      onOpenChange={(isNext) => (isNext ? onOpen() : onClose())}
      trigger={['click']}
      placement="bottomRight"
      autoFocus
      menu={menu}
    >
      {children}
    </Dropdown>
  )
}
