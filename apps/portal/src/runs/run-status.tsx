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
import styles from './run-status.module.css'

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
    <Tag className={styles[status] ?? ''} icon={icons[status]}>
      {t(`runs.statuses.${status}`)}
    </Tag>
  )
}
