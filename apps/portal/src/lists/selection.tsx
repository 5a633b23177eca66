import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from 'react'
import type { Column } from './column'
import styles from './selection.module.css'

/** Which rows of a page are ticked. What is no longer on the page is not ticked. */
export interface Selection {
  readonly keys: ReadonlySet<string>
  readonly size: number
  /** @param isRange also all between this row and the one that was ticked before */
  toggle: (key: string, isRange: boolean) => void
  all: () => void
  clear: () => void
}

/** @param page the keys of the rows on the page, in their order */
export function useSelection(page: readonly string[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const last = useRef<string>(undefined)
  return useMemo(() => {
    const keys = new Set(page.filter((key) => chosen.has(key)))
    return {
      keys,
      size: keys.size,
      toggle: (key, isRange) => {
        const [from, to] = [page.indexOf(last.current ?? key), page.indexOf(key)].toSorted((a, b) => a - b)
        const next = new Set(keys)
        const isOn = !keys.has(key)
        for (const one of isRange && from !== undefined && from >= 0 ? page.slice(from, (to ?? 0) + 1) : [key])
          if (isOn) next.add(one)
          else next.delete(one)
        last.current = key
        setChosen(next)
      },
      all: () => setChosen(new Set(page)),
      clear: () => setChosen(new Set()),
    }
  }, [page, chosen])
}

const Context = createContext<Selection | undefined>(undefined)

/** The boxes of the rows below it tick this selection: by a context, so that a tick draws no row anew. */
export function Selecting({ selection, children }: { selection: Selection; children: ReactNode }) {
  return <Context value={selection}>{children}</Context>
}

function Box({ of, label }: { of: string; label: string }) {
  const selection = useContext(Context)
  return (
    <label className={styles.box}>
      <input
        type="checkbox"
        aria-label={label}
        checked={selection?.keys.has(of) === true}
        onChange={({ nativeEvent }) => selection?.toggle(of, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
      />
    </label>
  )
}

export function selectionColumn<Row>(
  title: string,
  key: (row: Row) => string,
  label: (row: Row) => string,
): Column<Row> {
  return {
    key: 'selection',
    title,
    titleHidden: true,
    width: 40,
    cell: (row) => <Box of={key(row)} label={label(row)} />,
  }
}
