import { useEffect, useState } from 'react'

/** A value as it is a moment after its last change: for questions to the server about what is being typed. It must not be new each time. */
export function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), 250)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
