import type { Restorable } from './deleted.queries'

/** What has gone, and why the rest has not. */
export interface DeletionOutcome {
  gone: readonly Restorable[]
  refusals: readonly unknown[]
}

/** Deletes one after the other, as far as rules and rights let it; throws where they let nothing go. */
export async function deleteEach(
  targets: readonly Restorable[],
  deleteOne: (target: Restorable) => Promise<unknown>,
): Promise<DeletionOutcome> {
  const gone: Restorable[] = []
  const refusals: unknown[] = []
  for (const target of targets)
    await deleteOne(target).then(
      () => void gone.push(target),
      (refusal: unknown) => void refusals.push(refusal),
    )
  if (gone.length === 0 && refusals.length > 0) throw refusals[0]
  return { gone, refusals }
}
