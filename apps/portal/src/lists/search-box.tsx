import { SearchOutlined } from '@ant-design/icons'
import { Input, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'

interface SearchBoxProps {
  label: string
  value: string | undefined
  onChange: (value: string | undefined) => void
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))

/** Filters as one types, a moment after the last key; `/` brings the cursor here. */
export function SearchBox({ label, value, onChange }: SearchBoxProps) {
  const input = useRef<InputRef>(null)
  const [text, setText] = useState(value ?? '')
  const [known, setKnown] = useState(value)
  if (known !== value) {
    setKnown(value)
    if (text.trim() !== (value ?? '')) setText(value ?? '')
  }

  useEffect(() => {
    const trimmed = text.trim()
    if (trimmed === (value ?? '')) return undefined
    const timer = setTimeout(() => onChange(trimmed === '' ? undefined : trimmed), 250)
    return () => clearTimeout(timer)
  }, [text, value, onChange])

  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || isTyping(event.target)) return
      event.preventDefault()
      input.current?.focus()
    }
    document.addEventListener('keydown', focus)
    return () => document.removeEventListener('keydown', focus)
  }, [])

  return (
    <Input
      ref={input}
      className="search-box"
      allowClear
      prefix={<SearchOutlined aria-hidden />}
      placeholder={label}
      aria-label={label}
      maxLength={255}
      value={text}
      onChange={(event) => setText(event.target.value)}
    />
  )
}
