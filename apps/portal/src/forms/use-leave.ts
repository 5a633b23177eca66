import { useBlocker, useRouter } from '@tanstack/react-router'
import type { FormInstance } from 'antd'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeepTyped } from './keep-typed'
import { useConfirm } from './use-confirm'
import { useUppermost } from '../components/use-back-closes'

/** Asks whether what was typed may be lost. */
export function useAskDiscard(): () => Promise<boolean> {
  const { t } = useTranslation()
  const confirm = useConfirm()
  return useCallback(
    () =>
      confirm({
        title: t('form.leaveTitle'),
        content: t('form.leaveText'),
        okText: t('actions.discard'),
        cancelText: t('actions.keep'),
        run: () => Promise.resolve(),
      }),
    [t, confirm],
  )
}

interface LeaveBlocker {
  open: boolean
  isTyped: () => boolean
  /** Asks where it has to. */
  mayLeave: () => Promise<boolean>
  back?: (() => void) | undefined
}

/** Holds a page with what is typed there until its reader has answered. @returns what asks before it goes on */
export function useLeaveBlocker(blocker: LeaveBlocker): (leave: () => void) => Promise<void> {
  const { open, isTyped, mayLeave, back } = blocker
  const isUppermost = useUppermost(open)
  const { history } = useRouter()
  const leave = useCallback(
    async (go: () => void) => {
      if (await mayLeave()) go()
    },
    [mayLeave],
  )
  useBlocker({
    disabled: !open,
    enableBeforeUnload: isTyped,
    shouldBlockFn: async ({ action }) => {
      if (action !== 'BACK') return !(await mayLeave())
      // What lies over the form closes first.
      if (!isUppermost()) return false
      if (back === undefined && !isTyped()) return false
      // The browser is a step back already. It returns before anybody is asked: so Back answers the question, too.
      void leave(back ?? (() => history.back({ ignoreBlocker: true })))
      return true
    },
  })
  return leave
}

const never = () => false

interface LeaveOptions {
  open: boolean
  /** What Back does with the form; absent where the address says that it is open. */
  back?: (() => void) | undefined
  /** Whether the server has what was typed. */
  isSent?: () => boolean
}

/** Leaves a form whose fields go with it, by its own buttons or with its page: whoever has typed is asked first. */
export function useLeave<Values>(
  form: FormInstance<Values>,
  { open, back, isSent = never }: LeaveOptions,
): (leave: () => void) => Promise<void> {
  const ask = useAskDiscard()
  useKeepTyped(form, open)
  const isTyped = useCallback(() => form.isFieldsTouched() && !isSent(), [form, isSent])
  const mayLeave = useCallback(async () => {
    if (!isTyped()) return true
    const isLeft = await ask()
    // Many change the address when they close: nobody is asked twice.
    if (isLeft) form.resetFields()
    return isLeft
  }, [ask, form, isTyped])
  return useLeaveBlocker({ open, back, isTyped, mayLeave })
}
