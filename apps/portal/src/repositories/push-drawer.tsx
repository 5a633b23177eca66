import { useTranslation } from 'react-i18next'
import { PushInstructions } from './push-instructions'
import { SidePanel } from '../components/side-panel'

interface PushDrawerProps {
  project: string
  open: boolean
  onClose: () => void
}

/** How to push, beside the repositories that are there. */
export function PushDrawer({ project, open, onClose }: PushDrawerProps) {
  const { t } = useTranslation()
  return (
    <SidePanel title={t('push.title')} open={open} onClose={onClose} size={620}>
      <PushInstructions project={project} compact />
    </SidePanel>
  )
}
