import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { providerSignIn } from '../api/client'
import { usePageTitle } from '../components/use-page-title'
import { ErrorPanel } from '../errors/error-panel'
import { usernameRules } from '../forms/rules'
import { useOnboard } from '../session/session.queries'
import { Entrance } from '../account/entrance'
import entrance from '../account/entrance.module.css'

/** Somebody whom the provider knows chooses the user name of their new account. */
export function OnboardPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { username = '', redirect_url: target = '/' } = useSearch({ from: '/oidc-onboard' })
  const onboard = useOnboard()
  usePageTitle(t('onboard.title'))
  return (
    <Entrance title={t('onboard.title')} lead={t('onboard.lead')}>
      {onboard.error === null ? null : (
        <div className="form-problem">
          <ErrorPanel error={onboard.error} />
        </div>
      )}
      <Form<{ username: string }>
        layout="vertical"
        size="large"
        requiredMark={false}
        initialValues={{ username }}
        onFinish={({ username: chosen }) =>
          onboard.mutate(chosen, { onSuccess: () => void navigate({ to: target, replace: true }) })
        }
      >
        <Form.Item name="username" label={t('user.username')} extra={t('onboard.hint')} rules={usernameRules(t)}>
          <Input autoComplete="username" autoFocus maxLength={255} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={onboard.isPending}>
          {t('onboard.submit')}
        </Button>
      </Form>
      <p className={entrance.other}>
        <a href={providerSignIn(target)}>{t('onboard.other')}</a>
      </p>
    </Entrance>
  )
}
