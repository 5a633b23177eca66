import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  StopOutlined,
  SyncOutlined,
} from '@ant-design/icons'
import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Run } from './run'

const icons = {
  Pending: <ClockCircleOutlined aria-hidden />,
  Running: <SyncOutlined spin aria-hidden />,
  Success: <CheckCircleOutlined aria-hidden />,
  Error: <CloseCircleOutlined aria-hidden />,
  Stopped: <StopOutlined aria-hidden />,
}

export function RunStatus({ status }: { status: Run['status'] }) {
  const { t } = useTranslation()
  return (
    <Tag className={`run-status run-status-${status.toLowerCase()}`} icon={icons[status]}>
      {t(`cleanUp.statuses.${status}`)}
    </Tag>
  )
}
