import { useState } from 'react'

/** The value as it was while the drawer was last open: what it is about is gone before the drawer has slid out of sight. */
export function useKept<Value>(open: boolean, value: Value): Value {
  const [kept, setKept] = useState(value)
  if (open && !Object.is(kept, value)) setKept(value)
  return open ? value : kept
}
