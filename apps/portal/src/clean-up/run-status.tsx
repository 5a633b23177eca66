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

const looks = {
  Pending: { color: 'default', icon: <ClockCircleOutlined aria-hidden /> },
  Running: { color: 'processing', icon: <SyncOutlined spin aria-hidden /> },
  Success: { color: 'green', icon: <CheckCircleOutlined aria-hidden /> },
  Error: { color: 'red', icon: <CloseCircleOutlined aria-hidden /> },
  Stopped: { color: 'orange', icon: <StopOutlined aria-hidden /> },
}

export function RunStatus({ status }: { status: Run['status'] }) {
  const { t } = useTranslation()
  return <Tag {...looks[status]}>{t(`cleanUp.statuses.${status}`)}</Tag>
}
