import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { ConfigProvider } from 'antd'
import { useTranslation } from 'react-i18next'
import { FeedbackPlace } from './components/feedback-place'
import { TipPlace } from './components/tip-place'
import { antdLocale } from './i18n/i18n'
import type { PortalRouter } from './router'
import { useReducedMotion } from './theme/reduced-motion'
import { useDark } from './theme/theme-mode'
import { darkTheme, lightTheme } from './theme/tokens'

interface PortalProps {
  queries: QueryClient
  router: PortalRouter
}

export function Portal({ queries, router }: PortalProps) {
  const { i18n } = useTranslation()
  const theme = useDark() ? darkTheme : lightTheme
  const motion = !useReducedMotion()
  const locale = antdLocale(i18n.language)
  return (
    <ConfigProvider
      theme={{ ...theme, token: { ...theme.token, motion } }}
      {...(locale === undefined ? {} : { locale })}
      button={{ autoInsertSpace: false }}
    >
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
        <FeedbackPlace />
        <TipPlace />
      </QueryClientProvider>
    </ConfigProvider>
  )
}
