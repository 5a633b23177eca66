import { permissionTitle, roleTitle } from '@berth/contracts'
import { builtInRoles, isProjectPermission } from '@berth/rbac'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

interface Texts {
  readonly en: string
  readonly zh: string
}

/** The reader's language of what the server and the portal call alike. */
export function useWords(): (texts: Texts) => string {
  const { i18n } = useTranslation()
  const isChinese = i18n.resolvedLanguage?.startsWith('zh') === true
  return useCallback((texts: Texts) => (isChinese ? texts.zh : texts.en), [isChinese])
}

/** "delete tags". */
export function usePermissionName(): (permission: string) => string {
  const words = useWords()
  return useCallback((permission: string) => words(permissionTitle(permission)), [words])
}

/** A role as people call it, also one of an administrator's making. */
export function useRoleName(): (name: string) => string {
  const words = useWords()
  return useCallback((name: string) => words(roleTitle(name)), [words])
}

/** Which right is missing, and which of the built-in roles give it, in words. */
export function useMissingRight(): (permission: string) => string {
  const { t } = useTranslation()
  const words = useWords()
  return (permission) => {
    const roles = isProjectPermission(permission)
      ? builtInRoles.filter(({ permissions }) => permissions.has(permission))
      : []
    const names = roles.map(({ name }) => words(roleTitle(name))).join(t('rights.comma'))
    return t('rights.missing', { right: words(permissionTitle(permission)), roles: names })
  }
}
