import { Button, Drawer, Form, type FormProps } from 'antd'
import { type ReactNode, useCallback, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useKept } from '../components/use-kept'
import { ErrorPanel } from '../errors/error-panel'
import styles from './form-drawer.module.css'
import { useLeave } from './use-leave'

interface FormDrawerProps<Values extends object> {
  title: string
  open: boolean
  onClose: () => void
  /** Whether the address says that it is open: there Back goes to the address without it. */
  inAddress?: boolean | undefined
  submitLabel: string
  /** What the form is sent with; its error stands above the fields until the drawer is closed. */
  mutation: { error: Error | null; isPending: boolean; reset: () => void }
  onFinish: (values: Values) => void
  initialValues?: Partial<Values>
  /** Pixels; for what does not fit into a column. */
  size?: number
  children: ReactNode
}

/** A form in a drawer. What was typed is gone when it closes, so whoever has typed is asked first. */
export function FormDrawer<Values extends object>(props: FormDrawerProps<Values>) {
  const { title, open, submitLabel, mutation, onFinish, initialValues, size = 440, inAddress = false, children } = props
  const { t } = useTranslation()
  const id = useId()
  const [form] = Form.useForm<Values>()
  const sent = useRef(false)
  const isRefused = mutation.error !== null
  const shownTitle = useKept(open, title)
  const close = () => {
    mutation.reset()
    props.onClose()
  }
  const isSent = useCallback(() => sent.current && !isRefused, [isRefused])
  const leave = useLeave(form, { open, back: inAddress ? undefined : close, isSent })
  const initial = initialValues === undefined ? {} : ({ initialValues } satisfies FormProps)

  return (
    <Drawer
      title={shownTitle}
      open={open}
      onClose={() => void leave(close)}
      size={size}
      destroyOnHidden
      footer={
        <div className={styles.footer}>
          <Button onClick={() => void leave(close)}>{t('actions.cancel')}</Button>
          <Button type="primary" loading={mutation.isPending} htmlType="submit" form={id}>
            {submitLabel}
          </Button>
        </div>
      }
    >
      <Form<Values>
        form={form}
        id={id}
        layout="vertical"
        requiredMark={false}
        preserve={false}
        onValuesChange={() => {
          sent.current = false
        }}
        onFinish={(values) => {
          sent.current = true
          onFinish(values)
        }}
        {...initial}
      >
        {mutation.error === null ? null : (
          <div className="form-problem">
            <ErrorPanel error={mutation.error} />
          </div>
        )}
        {children}
      </Form>
    </Drawer>
  )
}
