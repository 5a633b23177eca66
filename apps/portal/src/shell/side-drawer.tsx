import { Drawer } from 'antd'
import type { ReactNode } from 'react'
import styles from './side-drawer.module.css'
import { SideNav } from './side-nav'

interface SideDrawerProps {
  title: ReactNode
  open: boolean
  onClose: () => void
}

/** The side bar of small screens. */
export function SideDrawer({ title, open, onClose }: SideDrawerProps) {
  return (
    <Drawer rootClassName={styles.drawer ?? ''} placement="left" size={260} open={open} onClose={onClose} title={title}>
      <SideNav />
    </Drawer>
  )
}
