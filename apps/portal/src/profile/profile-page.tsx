import { MAX_COMMENT } from '@berth/contracts'
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { tell } from '../components/feedback'
import { Panel } from '../components/panel'
import { ErrorPanel } from '../errors/error-panel'
import { KeepTyped } from '../forms/keep-typed'
import { emailRules, realnameRules } from '../forms/rules'
import { NewPasswordFields } from '../forms/new-password-fields'
import { systemInfoQuery, useSignedInUser } from '../session/session.queries'
import { accountQuery } from './account.queries'
import { useChangePassword, useUpdateProfile } from './profile.queries'
import { SignInElsewhere } from './sign-in-elsewhere'
import styles from './profile-page.module.css'

export function ProfilePage() {
  const { t } = useTranslation()
  // What Harbor's clients look for stands before it.
  const version = useQuery(systemInfoQuery).data?.harbor_version?.split('berth-').at(1)
  return (
    <>
      <div className={styles.profile}>
        <AboutMe />
        <OwnPassword />
      </div>
      {version === undefined ? null : <p className="hint section">{t('profile.version', { version })}</p>}
    </>
  )
}

interface AboutMeForm {
  email: string
  realname: string
  comment: string
}

function AboutMe() {
  const { t } = useTranslation()
  const user = useSignedInUser()
  const update = useUpdateProfile(user.id)
  const [form] = Form.useForm<AboutMeForm>()
  const tellSaved = () => {
    // Nothing of it is lost with the page.
    form.setFields((['email', 'realname', 'comment'] as const).map((name) => ({ name, touched: false })))
    tell(t('profile.saved'))
  }
  return (
    <Panel title={t('profile.about')}>
      <Form<AboutMeForm>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={user}
        onFinish={(profile) => update.mutate(profile, { onSuccess: tellSaved })}
      >
        <KeepTyped />
        {update.error === null ? null : (
          <div className="form-problem">
            <ErrorPanel error={update.error} />
          </div>
        )}
        <Form.Item name="email" label={t('user.email')} rules={emailRules(t)}>
          <Input inputMode="email" autoComplete="email" maxLength={255} />
        </Form.Item>
        <Form.Item name="realname" label={t('user.realname')} rules={realnameRules(t)}>
          <Input autoComplete="name" maxLength={255} />
        </Form.Item>
        <Form.Item name="comment" label={t('user.comment')}>
          <Input maxLength={MAX_COMMENT} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={update.isPending}>
          {t('actions.save')}
        </Button>
      </Form>
    </Panel>
  )
}

/** Whose password is elsewhere changes it there. */
function OwnPassword() {
  const { t } = useTranslation()
  const { data: account, isPending } = useQuery(accountQuery)
  if (isPending) return null
  const source = account?.sources.at(0)
  if (account?.hasPassword !== false || source === undefined) return <Password />
  return <SignInElsewhere title={t('password.label')} source={source} />
}

interface PasswordForm {
  current: string
  password: string
}

function Password() {
  const { t } = useTranslation()
  const { id, username } = useSignedInUser()
  const [form] = Form.useForm<PasswordForm>()
  const change = useChangePassword(id)
  const submit = ({ current, password }: PasswordForm) =>
    change.mutate(
      { old_password: current, new_password: password },
      {
        onSuccess: () => {
          form.resetFields()
          tell(t('password.changed'))
        },
      },
    )
  return (
    <Panel title={t('password.change')}>
      <Form<PasswordForm> form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        <KeepTyped />
        {change.error === null ? null : (
          <div className="form-problem">
            <ErrorPanel error={change.error} />
          </div>
        )}
        {/* Password managers need to know whose password changes. */}
        <input type="text" hidden readOnly autoComplete="username" value={username} />
        <Form.Item
          name="current"
          label={t('password.current')}
          rules={[{ required: true, message: t('password.required') }]}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <NewPasswordFields label={t('password.new')} />
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t('password.change')}
        </Button>
      </Form>
    </Panel>
  )
}
