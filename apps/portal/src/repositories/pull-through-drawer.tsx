import { useTranslation } from 'react-i18next'
import { PullThrough } from './pull-through'
import { SidePanel } from '../components/side-panel'

interface PullThroughDrawerProps {
  project: string
  open: boolean
  onClose: () => void
}

/** How to bring more images into a proxy cache, beside those that are there. */
export function PullThroughDrawer({ project, open, onClose }: PullThroughDrawerProps) {
  const { t } = useTranslation()
  return (
    <SidePanel title={t('pull.through')} open={open} onClose={onClose} size={620}>
      <PullThrough project={project} compact />
    </SidePanel>
  )
}
