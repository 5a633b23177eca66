import { type ReactNode, useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorNotice } from '../errors/use-error-notice'
import { feedback } from '../components/feedback'

interface Question {
  title: string
  /** What will happen, and what will stay. */
  content: ReactNode
  okText: string
  danger?: boolean
  run: () => Promise<unknown>
  /** Told when `run` has succeeded; absent where the caller tells. */
  done?: string
}

/** Asks, acts on yes, and tells how it went; resolves to whether it was done. */
export function useConfirm(): (question: Question) => Promise<boolean> {
  const { t } = useTranslation()
  const notice = useErrorNotice()
  return useCallback(
    async ({ title, content, okText, danger = true, run, done }: Question) => {
      const { modal, message } = await feedback()
      return new Promise<boolean>((resolve) => {
        modal.confirm({
          title,
          content,
          okText,
          okButtonProps: { danger },
          cancelText: t('actions.cancel'),
          focusable: { autoFocusButton: danger ? 'cancel' : 'ok' },
          onCancel: () => resolve(false),
          onOk: async () => {
            try {
              await run()
              if (done !== undefined) void message.success(done)
              resolve(true)
            } catch (error) {
              notice(error)
              resolve(false)
            }
          },
        })
      })
    },
    [t, notice],
  )
}
