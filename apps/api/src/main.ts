import 'reflect-metadata'
import { clearSocket, listenOnSocket } from '@berth/config'
import { createLogger } from '@berth/telemetry'
import { createApp } from './create-app.js'
import { loadSettings } from './api-settings.js'

const settings = loadSettings()
const logger = createLogger({ service: 'api', level: settings.service.logLevel })
try {
  const app = await createApp(settings, logger)
  app.enableShutdownHooks(['SIGTERM', 'SIGINT'])
  await app.listen(settings.service.port, settings.service.host)
  if (settings.socket !== undefined) {
    await clearSocket(settings.socket)
    await listenOnSocket(app.getHttpServer(), settings.socket)
  }
  logger.info({ host: settings.service.host, port: settings.service.port }, 'the api listens')
} catch (error) {
  logger.fatal({ err: error }, 'the api cannot start')
  process.exitCode = 1
  // Connections that are already open would keep the process alive without anything to do.
  setTimeout(() => process.exit(), 1000).unref()
}
