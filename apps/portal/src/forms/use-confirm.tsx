import { useRouter } from '@tanstack/react-router'
import { type ReactNode, useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorNotice } from '../errors/use-error-notice'
import { feedback } from '../components/feedback'
import { backCloses } from '../components/back-closes'
import { TypedName } from './typed-name'

interface Question {
  title: string
  /** What will happen, and what will stay. */
  content: ReactNode
  okText: string
  cancelText?: string
  danger?: boolean
  /** What is to be typed first, where nothing brings back what goes. */
  typed?: string
  run: () => Promise<unknown>
  /** Told when `run` has succeeded; absent where the caller tells. */
  done?: string
}

/** @returns what puts the keyboard where a dialog left it: in the list, else on the page, where what it stood on has gone */
function keepPlace(): () => void {
  const opener = document.activeElement
  const places = [opener?.closest<HTMLElement>('table[tabindex]'), document.getElementById('content')]
  return () => {
    if (document.activeElement !== opener)
      places.find((place) => place?.isConnected === true)?.focus({ preventScroll: true })
  }
}

/** Asks, acts on yes, and tells how it went; resolves to whether it was done. */
export function useConfirm(): (question: Question) => Promise<boolean> {
  const { t } = useTranslation()
  const notice = useErrorNotice()
  const { history } = useRouter()
  return useCallback(
    async ({ title, content, okText, cancelText = t('actions.cancel'), danger = true, typed, run, done }: Question) => {
      const goOn = keepPlace()
      const { modal, message } = await feedback()
      return new Promise<boolean>((resolve) => {
        let isRunning = false
        const settle = (isDone: boolean) => {
          hasClosed()
          resolve(isDone)
        }
        const shown = modal.confirm({
          title,
          content:
            typed === undefined ? (
              content
            ) : (
              <>
                {content}
                <TypedName
                  name={typed}
                  onTyped={(isRight) => shown.update({ okButtonProps: { danger, disabled: !isRight } })}
                />
              </>
            ),
          okText,
          okButtonProps: { danger, disabled: typed !== undefined },
          cancelText,
          focusable: { autoFocusButton: danger ? 'cancel' : 'ok' },
          afterClose: goOn,
          // What has begun goes on, and its end is told.
          onCancel: () => (isRunning ? undefined : settle(false)),
          onOk: async () => {
            isRunning = true
            try {
              await run()
              if (done !== undefined) void message.success(done)
              settle(true)
            } catch (error) {
              notice(error)
              settle(false)
            }
          },
        })
        // Back answers no; what has begun is waited for.
        const hasClosed = backCloses(history, () => {
          if (isRunning) return
          shown.destroy()
          settle(false)
        })
      })
    },
    [t, notice, history],
  )
}
