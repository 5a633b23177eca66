import { useBlocker } from '@tanstack/react-router'
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
  const isUppermost = useUppermost(open)
  useKeepTyped(form, open)
  const isTyped = useCallback(() => form.isFieldsTouched() && !isSent(), [form, isSent])
  const mayLeave = useCallback(async () => {
    if (!isTyped()) return true
    const isLeft = await ask()
    // Many change the address when they close: nobody is asked twice.
    if (isLeft) form.resetFields()
    return isLeft
  }, [ask, form, isTyped])
  useBlocker({
    disabled: !open,
    enableBeforeUnload: isTyped,
    shouldBlockFn: async ({ action }) => {
      const isBack = action === 'BACK'
      // What lies over the form closes first.
      if (isBack && !isUppermost()) return false
      if (!(await mayLeave())) return true
      if (!isBack || back === undefined) return false
      back()
      return true
    },
  })
  return useCallback(
    async (leave) => {
      if (await mayLeave()) leave()
    },
    [mayLeave],
  )
}
