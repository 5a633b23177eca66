import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Alert, Button, Form, Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '../components/use-page-title'
import { ErrorReference } from '../errors/error-panel'
import { CodeForm } from './code-form'
import { Entrance } from './entrance'
import entrance from './entrance.module.css'
import { systemInfoQuery, useSignIn } from '../session/session.queries'
import { ProviderSignIn } from './provider-sign-in'
import { asksForCode, describeSignInError } from './sign-in-errors'

interface Credentials {
  principal: string
  password: string
}

export function SignInPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { from, ended } = useSearch({ from: '/sign-in' })
  const { data: system } = useQuery(systemInfoQuery)
  const signIn = useSignIn()
  const problem = useRef<HTMLDivElement>(null)
  usePageTitle(t('signIn.title'))

  useEffect(() => {
    if (signIn.isError) problem.current?.focus()
  }, [signIn.isError, signIn.failureReason])

  const [half, setHalf] = useState<Credentials>()
  const submit = (credentials: Credentials & { code?: string }) =>
    signIn.mutate(credentials, {
      onSuccess: () => void navigate({ to: from ?? '/', replace: true }),
      onError: (error) => {
        if (asksForCode(error)) setHalf(credentials)
      },
    })

  const failure = signIn.error === null || asksForCode(signIn.error) ? undefined : describeSignInError(t, signIn.error)
  return (
    <Entrance
      title={half === undefined ? t('signIn.title') : t('signIn.codeTitle')}
      lead={half === undefined ? t('signIn.lead') : t('signIn.codeLead')}
    >
      {failure === undefined ? null : (
        <div ref={problem} tabIndex={-1} className="form-problem">
          <Alert
            type="error"
            showIcon
            role="alert"
            title={failure.message}
            description={
              <>
                {failure.next === undefined ? null : <p className="notice-next">{failure.next}</p>}
                {failure.isOurs ? <ErrorReference code={failure.code} requestId={failure.requestId} /> : null}
              </>
            }
          />
        </div>
      )}
      {ended === true && failure === undefined ? (
        <div className="form-problem">
          <Alert type="info" showIcon role="status" title={t('signIn.ended')} />
        </div>
      ) : null}
      {half === undefined ? (
        <>
          <ProviderSignIn from={from ?? '/'} />
          <Form<Credentials> layout="vertical" size="large" requiredMark={false} onFinish={submit}>
            <Form.Item
              name="principal"
              label={t('signIn.principal')}
              rules={[{ required: true, message: t('signIn.principalRequired') }]}
            >
              <Input autoComplete="username" autoFocus maxLength={255} />
            </Form.Item>
            <Form.Item
              name="password"
              label={t('password.label')}
              rules={[{ required: true, message: t('password.required') }]}
            >
              <Input.Password autoComplete="current-password" />
            </Form.Item>
            <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
              {t('signIn.submit')}
            </Button>
          </Form>
          {system?.self_registration ? (
            <p className={entrance.other}>
              {t('signIn.noAccount')} <Link to="/sign-up">{t('signUp.title')}</Link>
            </p>
          ) : null}
          <p className={entrance.other}>
            <Link to="/projects">{t('signIn.browse')}</Link>
          </p>
        </>
      ) : (
        <CodeForm
          isPending={signIn.isPending}
          onCode={(code) => submit({ ...half, code })}
          onBack={() => {
            signIn.reset()
            setHalf(undefined)
          }}
        />
      )}
    </Entrance>
  )
}
