import { type ReactNode, useCallback } from 'react'
import { useErrorNotice } from '../errors/use-error-notice'
import { useConfirm } from '../forms/use-confirm'
import type { DeletionOutcome } from './delete-each'
import { useMayRestore } from './use-may-restore'
import { useOfferUndo } from './use-offer-undo'
import { useWayBack } from './use-way-back'

interface Deletion {
  title: string
  content: ReactNode
  okText: string
  run: () => Promise<DeletionOutcome>
  /** What is told of so many that have gone. */
  done: (count: number) => string
}

/**
 * Asks before tags or artifacts go, offers to take that back, and tells why some stay.
 * `wayBack`: what the question says of that beforehand; undefined where the reader may not take it back.
 *
 * @param repository absent: they are of any repository of the project
 */
export function useConfirmDeletion(project: string, repository?: string) {
  const confirm = useConfirm()
  const notice = useErrorNotice()
  const mayRestore = useMayRestore(project, repository)
  const offerUndo = useOfferUndo(project, mayRestore)
  const wayBack = useWayBack(mayRestore)
  const confirmDeletion = useCallback(
    async ({ run, done, ...question }: Deletion) => {
      let outcome: DeletionOutcome = { gone: [], refusals: [] }
      const isDone = await confirm({
        ...question,
        run: async () => {
          outcome = await run()
        },
      })
      if (!isDone) return
      await offerUndo(done(outcome.gone.length), outcome.gone)
      // One that is like the others tells why; the rows that stay show which they are.
      if (outcome.refusals.length > 0) notice(outcome.refusals[0])
    },
    [confirm, notice, offerUndo],
  )
  return { confirmDeletion, wayBack }
}
