import type { ReactNode } from 'react'
import styles from './side-drawer.module.css'
import { SideNav } from './side-nav'
import { SidePanel } from '../components/side-panel'

interface SideDrawerProps {
  title: ReactNode
  open: boolean
  onClose: () => void
}

/** The side bar of small screens. */
export function SideDrawer({ title, open, onClose }: SideDrawerProps) {
  return (
    <SidePanel
      destroyOnHidden={false}
      rootClassName={styles.drawer ?? ''}
      placement="left"
      size={260}
      open={open}
      onClose={onClose}
      title={title}
    >
      <SideNav />
    </SidePanel>
  )
}
