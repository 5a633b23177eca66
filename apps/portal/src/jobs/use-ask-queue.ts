import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useConfirm } from '../forms/use-confirm'
import { useQueueAction } from './jobs.queries'
import { typeTitle } from './type-title'

interface AskedQueue {
  /** A type of jobs, `SCHEDULER` or `all`. */
  name: string
  /** How many wait in it. */
  waiting: number
}

/** Says what pausing, resuming or ending what waits does, and does so on yes. */
export function useAskQueue() {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const { mutateAsync: act } = useQueueAction()
  return useCallback(
    ({ name, waiting }: AskedQueue, action: 'pause' | 'resume' | 'stop') => {
      void confirm({
        title: t(`jobs.${action}Title`, { name: name === 'all' ? t('jobs.all') : typeTitle(t, name) }),
        content:
          name === 'SCHEDULER' && action !== 'stop'
            ? t(action === 'pause' ? 'jobs.pauseSchedulesText' : 'jobs.resumeSchedulesText')
            : t(`jobs.${action}Text`, { count: waiting }),
        okText: t(`jobs.${action}`),
        danger: action === 'stop',
        run: () => act({ queue: name, action }),
        done: t('jobs.done'),
      })
    },
    [t, confirm, act],
  )
}
