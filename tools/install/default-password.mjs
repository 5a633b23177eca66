// default-password.mjs HTTP_PORT HTTPS_PORT: ends with 0 where admin can sign in with the password that harbor.cfg is shipped with.
import { request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'

const [httpPort, httpsPort] = process.argv.slice(2)
const ask = (request, port) =>
  new Promise((resolve) => {
    const options = {
      host: '127.0.0.1',
      port,
      path: '/api/v2.0/users/current',
      auth: 'admin:Harbor12345',
      // Of this machine itself, whatever name its certificate has.
      rejectUnauthorized: false,
      timeout: 10_000,
    }
    const asked = request(options, (answer) => resolve(answer.resume().statusCode))
    asked.on('timeout', () => asked.destroy())
    asked.on('error', () => resolve(0)).end()
  })

let status = await ask(overHttp, httpPort)
// The plain port of an installation with TLS only leads to the other one.
if (status === 308) status = await ask(overHttps, httpsPort)
process.exitCode = status === 200 ? 0 : 1
