import type { FormInstance } from 'antd'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useConfirm } from './use-confirm'

/** Leaves a form whose fields go with it: whoever has typed is asked first. */
export function useLeave<Values>(form: FormInstance<Values>): (leave: () => void) => Promise<void> {
  const { t } = useTranslation()
  const confirm = useConfirm()
  return useCallback(
    async (leave) => {
      const isLeft =
        !form.isFieldsTouched() ||
        (await confirm({
          title: t('form.leaveTitle'),
          content: t('form.leaveText'),
          okText: t('actions.discard'),
          cancelText: t('actions.keep'),
          run: () => Promise.resolve(),
        }))
      if (isLeft) leave()
    },
    [t, confirm, form],
  )
}
