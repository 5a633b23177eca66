// Serves a plugin of Backstage for Harbor as Backstage's backend does: serve.mjs FOLDER MODULE, with its configuration as JSON in CONFIG.
// Prints its port. It is a process of its own because it never lets go of Redis.
import { createRequire } from 'node:module'
import { join } from 'node:path'

const [folder, module] = process.argv.slice(2)
const load = createRequire(join(folder, 'package.json'))
const { ConfigReader } = load('@backstage/config')
const silent = () => undefined
const router = await load(join(folder, module)).createRouter({
  logger: { info: silent, warn: silent, error: silent },
  config: new ConfigReader(JSON.parse(process.env.CONFIG)),
})
const server = load('express')()
  .use(router)
  .listen(0, '127.0.0.1', () => console.log(server.address().port))
