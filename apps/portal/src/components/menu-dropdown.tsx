import { Dropdown, type DropdownProps } from 'antd'
import { type ReactElement, useState } from 'react'

interface MenuDropdownProps {
  menu: DropdownProps['menu']
  popup: DropdownProps['popupRender']
  children: ReactElement
}

/** It comes because its button was pressed: open. */
export function MenuDropdown({ menu, popup, children }: MenuDropdownProps) {
  const [open, setOpen] = useState(true)
  return (
    <Dropdown
      open={open}
      onOpenChange={setOpen}
      trigger={['click']}
      placement="bottomRight"
      autoFocus
      {...(menu === undefined ? {} : { menu })}
      {...(popup === undefined ? {} : { popupRender: popup })}
    >
      {children}
    </Dropdown>
  )
}
