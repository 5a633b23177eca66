import { useQuery } from '@tanstack/react-query'
import { Button, Divider, Drawer, Form, type FormInstance, Input, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Facts } from '../components/facts'
import { tell } from '../components/feedback'
import { RelativeTime } from '../components/relative-time'
import { useKept } from '../components/use-kept'
import { ErrorPanel } from '../errors/error-panel'
import { useConfirm } from '../forms/use-confirm'
import { useLeave } from '../forms/use-leave'
import styles from './identities-drawer.module.css'
import { identitiesQuery, useLinkIdentity, type UserIdentity, useUnlinkIdentity } from './user-changes.queries'
import type { User } from './users.queries'

interface NewIdentity {
  issuer: string
  subject: string
}

interface IdentitiesDrawerProps {
  user: User | undefined
  open: boolean
  onClose: () => void
}

/** Who a user is at the directory and at providers; an administrator links and unlinks it. */
export function IdentitiesDrawer({ user, open, onClose }: IdentitiesDrawerProps) {
  const { t } = useTranslation()
  const [form] = Form.useForm<NewIdentity>()
  const leave = useLeave(form, { open, back: onClose })
  return (
    <Drawer
      title={t('authentication.people.identitiesOf', { name: useKept(open, user)?.username })}
      open={open}
      onClose={() => void leave(onClose)}
      size={440}
      destroyOnHidden
    >
      {user === undefined ? null : <Identities user={user} form={form} />}
    </Drawer>
  )
}

function Identities({ user, form }: { user: User; form: FormInstance<NewIdentity> }) {
  const { t } = useTranslation()
  const { user_id: id, username: name } = user
  const { data: identities, error, refetch } = useQuery(identitiesQuery(id))
  return (
    <>
      <p className="hint">{t('authentication.people.identitiesLead', { name })}</p>
      {error === null ? null : <ErrorPanel error={error} onRetry={refetch} />}
      {identities === undefined && error === null ? <Skeleton active /> : null}
      {identities?.length === 0 ? <p>{t('authentication.people.identitiesNone', { name })}</p> : null}
      {identities?.map((identity) => (
        <Identity key={identity.id} identity={identity} user={{ id, name }} />
      ))}
      <LinkForm user={{ id, name }} form={form} />
    </>
  )
}

interface Owner {
  id: number
  name: string
}

function Identity({ identity, user }: { identity: UserIdentity; user: Owner }) {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const { mutateAsync: unlink } = useUnlinkIdentity(user.id)
  const { id, source, issuer, subject, present, last_seen: seen } = identity
  const ask = () =>
    void confirm({
      title: t('authentication.people.unlinkTitle', { name: user.name }),
      content: t('authentication.people.unlinkText', { name: user.name }),
      okText: t('authentication.people.unlink'),
      run: () => unlink(id),
      done: t('authentication.people.unlinked'),
    })
  return (
    <section className={styles.identity} aria-label={`${t(`user.sources.${source}`)} ${subject}`}>
      <Facts
        facts={[
          ...(issuer === '' ? [] : [{ key: 'issuer', label: t('authentication.people.issuer'), value: issuer }]),
          { key: 'subject', label: t('authentication.people.subject'), value: <code>{subject}</code> },
          {
            key: 'seen',
            label: t('authentication.people.identitySeen'),
            value: present ? <RelativeTime value={seen} /> : t('authentication.people.identityGone'),
          },
        ]}
      />
      <Button danger size="small" className={styles.unlink ?? ''} onClick={ask}>
        {t('authentication.people.unlink')}
      </Button>
      <Divider />
    </section>
  )
}

function LinkForm({ user, form }: { user: Owner; form: FormInstance<NewIdentity> }) {
  const { t } = useTranslation()
  const link = useLinkIdentity(user.id)
  const submit = (identity: NewIdentity) =>
    link.mutate(identity, {
      onSuccess: () => {
        form.resetFields()
        tell(t('authentication.people.linked', { name: user.name }))
      },
    })
  return (
    <Form form={form} layout="vertical" requiredMark={false} preserve={false} onFinish={submit}>
      {link.error === null ? null : (
        <div className="form-problem">
          <ErrorPanel error={link.error} />
        </div>
      )}
      <Form.Item
        name="issuer"
        label={t('authentication.people.issuer')}
        extra={t('authentication.people.issuerHint')}
        rules={[{ required: true, whitespace: true, message: t('authentication.people.issuerRequired') }]}
      >
        <Input inputMode="url" maxLength={2048} />
      </Form.Item>
      <Form.Item
        name="subject"
        label={t('authentication.people.subject')}
        rules={[{ required: true, whitespace: true, message: t('authentication.people.subjectRequired') }]}
      >
        <Input maxLength={255} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={link.isPending}>
        {t('authentication.people.link')}
      </Button>
    </Form>
  )
}
