import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Alert, Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { tell } from '../components/feedback'
import { ErrorPanel } from '../errors/error-panel'
import { usePageTitle } from '../components/use-page-title'
import { Entrance } from './entrance'
import entrance from './entrance.module.css'
import { emailRules, realnameRules, usernameRules } from '../forms/rules'
import { NewPasswordFields } from '../forms/new-password-fields'
import { systemInfoQuery } from '../session/session.queries'
import { useSignUp } from './account.queries'

interface NewUser {
  username: string
  email?: string
  realname?: string
  password: string
}

export function SignUpPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { data: system } = useQuery(systemInfoQuery)
  const signUp = useSignUp()
  usePageTitle(t('signUp.title'))

  const submit = ({ username, email = '', realname, password }: NewUser) =>
    signUp.mutate(
      { username, email, realname: realname || username, password },
      {
        onSuccess: () => {
          tell(t('signUp.done'))
          void navigate({ to: '/sign-in' })
        },
      },
    )

  return (
    <Entrance title={t('signUp.title')} lead={t('signUp.lead')}>
      {system?.self_registration === false ? (
        <Alert type="info" showIcon title={t('signUp.closed')} />
      ) : (
        <Form<NewUser> layout="vertical" requiredMark={false} onFinish={submit}>
          {signUp.error === null ? null : (
            <div className="form-problem">
              <ErrorPanel error={signUp.error} />
            </div>
          )}
          <Form.Item name="username" label={t('user.username')} rules={usernameRules(t)}>
            <Input autoComplete="username" autoFocus maxLength={255} />
          </Form.Item>
          <Form.Item name="email" label={t('user.email')} rules={emailRules(t)}>
            <Input inputMode="email" autoComplete="email" maxLength={255} />
          </Form.Item>
          <Form.Item name="realname" label={t('user.realname')} rules={realnameRules(t)}>
            <Input autoComplete="name" maxLength={255} />
          </Form.Item>
          <NewPasswordFields label={t('password.label')} />
          <Button type="primary" htmlType="submit" block size="large" loading={signUp.isPending}>
            {t('signUp.submit')}
          </Button>
        </Form>
      )}
      <p className={entrance.other}>
        {t('signUp.haveAccount')} <Link to="/sign-in">{t('signIn.title')}</Link>
      </p>
    </Entrance>
  )
}
