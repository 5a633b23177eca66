import { BulbOutlined, GlobalOutlined, LogoutOutlined, PlusOutlined } from '@ant-design/icons'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useErrorNotice } from '../errors/use-error-notice'
import { chooseLanguage } from '../i18n/i18n'
import { languageNames } from '../i18n/languages'
import { pagesAt } from '../nav/pages'
import { useMayCreateProject } from '../projects/use-may-create-project'
import { useRights } from '../session/rights.queries'
import { useSignedInUser, useSignOut } from '../session/session.queries'
import { chooseThemeMode, useDark } from '../theme/theme-mode'
import type { PaletteEntry } from './entry'

/** Where the reader can go, and what they can do from anywhere. */
export function useActions(): PaletteEntry[] {
  const { t, i18n } = useTranslation()
  const navigate = useNavigate()
  const notice = useErrorNotice()
  const { may } = useRights('system')
  const { project = '' } = useParams({ strict: false })
  const { may: mayHere } = useRights(project === '' ? 'system' : { project })
  const isSomebody = useSignedInUser().username !== ''
  const mayCreate = useMayCreateProject()
  const signOut = useSignOut()
  const dark = useDark()
  const other = i18n.language === 'zh-CN' ? 'en-US' : 'zh-CN'

  const ofProject = project === '' ? [] : pagesAt(mayHere, 'project')
  const places = isSomebody
    ? pagesAt(may, 'home', 'main', 'administration', 'account')
    : pagesAt(may, 'main', 'administration')
  const actions: PaletteEntry[] = [
    ...ofProject.map(({ to, icon: Icon, title }) => ({
      id: to,
      icon: <Icon aria-hidden />,
      text: title(t),
      hint: project,
      go: () => void navigate({ to, params: { project } }),
    })),
    ...places.map(({ to, icon: Icon, title }) => ({
      id: to,
      icon: <Icon aria-hidden />,
      text: title(t),
      hint: t('palette.page'),
      go: () => void navigate({ to }),
    })),
  ]
  const add = (id: string, icon: PaletteEntry['icon'], text: string, go: () => void) =>
    actions.push({ id, icon, text, hint: t('palette.action'), go })
  if (mayCreate)
    add(
      'create project',
      <PlusOutlined aria-hidden />,
      t('project.create'),
      () => void navigate({ to: '/projects', search: { create: true } }),
    )
  add('language', <GlobalOutlined aria-hidden />, languageNames[other], () => void chooseLanguage(other))
  add('theme', <BulbOutlined aria-hidden />, t(dark ? 'palette.light' : 'palette.dark'), () =>
    chooseThemeMode(dark ? 'light' : 'dark'),
  )
  if (isSomebody)
    add('sign out', <LogoutOutlined aria-hidden />, t('nav.signOut'), () =>
      signOut.mutate(undefined, { onSuccess: () => void navigate({ to: '/sign-in' }), onError: notice }),
    )
  return actions
}
