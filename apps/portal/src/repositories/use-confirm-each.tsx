import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { tell } from '../components/feedback'
import { useErrorNotice } from '../errors/use-error-notice'
import { useConfirm } from '../forms/use-confirm'
import { Going, type GoingArtifact } from './going'
import { useMayRestore } from './use-may-restore'
import { useWayBack } from './use-way-back'

interface Question {
  title: string
  okText: string
  /** Names of what is deleted, as `remove` takes them. */
  names: readonly string[]
  artifacts: readonly GoingArtifact[]
  remove: (name: string) => Promise<unknown>
}

/** Asks once before several things go, saying what that takes; then deletes one after the other, as far as rules and rights let it. */
export function useConfirmEach(project: string, repository: string): (question: Question) => Promise<boolean> {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const notice = useErrorNotice()
  const wayBack = useWayBack(useMayRestore(project, repository))
  return useCallback(
    ({ title, okText, names, artifacts, remove }: Question) =>
      confirm({
        title,
        okText,
        content: <Going artifacts={artifacts} wayBack={wayBack} />,
        run: async () => {
          const refusals: unknown[] = []
          for (const name of names) await remove(name).catch((error: unknown) => void refusals.push(error))
          const gone = names.length - refusals.length
          if (gone > 0) tell(t('bulk.deleted', { count: gone }))
          // One that is like the others tells why; the rows that stay show which they are.
          if (refusals.length > 0) notice(refusals[0])
        },
      }),
    [t, confirm, notice, wayBack],
  )
}
