import { CaretDownFilled, CaretUpFilled, CheckCircleOutlined, StopOutlined } from '@ant-design/icons'
import { Button, Tag } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { RelativeTime } from '../components/relative-time'
import type { Column } from '../lists/column'
import { actionsColumn, nameColumn, OnNarrow, Small, timeColumn } from '../lists/columns'
import type { Entry } from './audit.queries'
import { kindName } from './words'

export function useAuditColumns(open: number | undefined, onToggle: (id: number) => void): Column<Entry>[] {
  const { t } = useTranslation()
  return useMemo(() => {
    const result = ({ operation_result: isDone }: Entry) =>
      isDone ? (
        <Tag icon={<CheckCircleOutlined aria-hidden />}>{t('audit.done')}</Tag>
      ) : (
        <Tag icon={<StopOutlined aria-hidden />}>{t('audit.failed')}</Tag>
      )
    return [
      timeColumn<Entry>({
        key: 'op_time',
        title: t('audit.time'),
        sorts: true,
        from: 'sm',
        value: (entry) => entry.op_time,
      }),
      {
        key: 'username',
        title: t('audit.user'),
        from: 'sm',
        cell: ({ username }) =>
          username ? <span className="breaks">{username}</span> : <span className="muted">{t('audit.nobody')}</span>,
      },
      nameColumn<Entry>({
        key: 'resource',
        title: t('audit.what'),
        cell: (entry) => (
          <>
            <span>{kindName(t, `${entry.operation ?? ''}_${entry.resource_type ?? ''}`)}</span>
            <Small wraps>{entry.resource}</Small>
            <OnNarrow below="sm">
              <Small>
                {entry.username || t('audit.nobody')} · <RelativeTime value={entry.op_time} />
              </Small>
              {result(entry)}
            </OnNarrow>
          </>
        ),
      }),
      {
        key: 'operation_description',
        title: t('audit.description'),
        from: 'xl',
        cell: ({ operation_description: text }) => <Small wraps>{text}</Small>,
      },
      { key: 'operation_result', title: t('audit.result'), from: 'sm', cell: result },
      actionsColumn<Entry>(t, ({ id }) => (
        <Button
          type="text"
          icon={id === open ? <CaretUpFilled aria-hidden /> : <CaretDownFilled aria-hidden />}
          aria-label={t('audit.details')}
          aria-expanded={id === open}
          data-tip={t('audit.details')}
          onClick={() => onToggle(id)}
        />
      )),
    ]
  }, [t, open, onToggle])
}
