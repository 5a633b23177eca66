import { Drawer, type DrawerProps } from 'antd'
import { useBackCloses } from './use-back-closes'

interface SidePanelProps extends DrawerProps {
  open: boolean
  onClose: () => void
  /** Whether the address says that it is open. */
  inAddress?: boolean | undefined
}

/** What is looked at beside a page; Back closes it. */
export function SidePanel({ inAddress = false, ...drawer }: SidePanelProps) {
  useBackCloses(drawer.open && !inAddress, drawer.onClose)
  return <Drawer destroyOnHidden {...drawer} />
}
