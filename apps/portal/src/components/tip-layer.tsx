import { useEffect, useState } from 'react'
import styles from './tip-layer.module.css'

interface Tip {
  text: string
  left: number
  top: number
  isBelow: boolean
}

/** Pixels above an element that its tip needs. */
const needed = 44
/** Half of a tip's greatest width. */
const halfOfWidest = 180

/** What has no room is told in full. */
const isCutOff = (element: Element): boolean =>
  (element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight) &&
  getComputedStyle(element).textOverflow === 'ellipsis'

function tipOf(target: EventTarget | null): Tip | undefined {
  if (!(target instanceof Element)) return undefined
  const told = target.closest('[data-tip]')
  const element = told ?? target
  const text = told?.getAttribute('data-tip') ?? (isCutOff(target) ? (target.textContent ?? '') : '')
  if (text === '') return undefined
  const { left, top, bottom, width } = element.getBoundingClientRect()
  const isBelow = top < needed
  const middle = Math.min(Math.max(left + width / 2, halfOfWidest), window.innerWidth - halfOfWidest)
  const letter = /\p{Script=Han}/u.test(text) ? 14 : 8
  const fits = text.length * letter < 2 * Math.min(left + width / 2, window.innerWidth - left - width / 2)
  return { text, left: fits ? left + width / 2 : middle, top: isBelow ? bottom : top, isBelow }
}

/** Shows the `data-tip` of whatever the mouse or the keyboard is on: one layer for the whole page, whose rows are many. */
export function TipLayer() {
  const [tip, setTip] = useState<Tip>()

  useEffect(() => {
    const point = ({ target }: Event) => setTip(tipOf(target))
    const focus = ({ target }: Event) =>
      setTip(target instanceof Element && target.matches(':focus-visible') ? tipOf(target) : undefined)
    const hide = () => setTip(undefined)
    const escape = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') hide()
    }
    document.addEventListener('pointerover', point)
    document.addEventListener('focusin', focus)
    document.addEventListener('pointerdown', hide)
    document.addEventListener('keydown', escape)
    document.addEventListener('scroll', hide, true)
    return () => {
      document.removeEventListener('pointerover', point)
      document.removeEventListener('focusin', focus)
      document.removeEventListener('pointerdown', hide)
      document.removeEventListener('keydown', escape)
      document.removeEventListener('scroll', hide, true)
    }
  }, [])

  if (tip === undefined) return null
  const { text, left, top, isBelow } = tip
  return (
    // What it says stands in the element's own name as well.
    <div className={isBelow ? `${styles.tip} ${styles.below}` : styles.tip} style={{ left, top }} aria-hidden="true">
      {text}
    </div>
  )
}
