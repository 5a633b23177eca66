import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { PullThrough } from './pull-through'

interface PullThroughDrawerProps {
  project: string
  open: boolean
  onClose: () => void
}

/** How to bring more images into a proxy cache, beside those that are there. */
export function PullThroughDrawer({ project, open, onClose }: PullThroughDrawerProps) {
  const { t } = useTranslation()
  return (
    <Drawer title={t('pull.through')} open={open} onClose={onClose} size={620} destroyOnHidden>
      <PullThrough project={project} compact />
    </Drawer>
  )
}
