import { Form, type FormInstance } from 'antd'
import { useEffect } from 'react'
import { keepTyped } from '../browser/typed'

/** While `open`, a session that ends leaves the page with the form where it is. */
export function useKeepTyped<Values>(form: FormInstance<Values>, open: boolean): void {
  useEffect(() => (open ? keepTyped(() => form.isFieldsTouched()) : undefined), [form, open])
}

/** The same for the form that it stands in. */
export function KeepTyped() {
  useKeepTyped(Form.useFormInstance(), true)
  return null
}
