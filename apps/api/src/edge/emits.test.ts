import 'reflect-metadata'
import { expect, it } from 'vitest'
import { allRoutes } from '../testing/routes.test.support.js'

const routes = allRoutes()

it('every route that changes something says which events it writes down', () => {
  const silent = routes.filter(({ method, emits }) => !['GET', 'HEAD'].includes(method) && emits.length === 0)
  // Some try whether a server answers, one asks what is too private for a URL, one refuses whatever it is asked.
  expect(silent.map(({ name }) => name).sort()).toEqual([
    'ForwardController.ping',
    'LdapController.ping',
    'OidcPingController.ping',
    'RegistriesController.ping',
    'SignInController.userExists',
    'WebhookTrialsController.send',
  ])
})

it('a route that only reads writes nothing down; signing in by a provider, and out, are links', () => {
  const loud = routes.filter(({ method, emits }) => ['GET', 'HEAD'].includes(method) && emits.length > 0)
  expect(loud.map(({ name }) => name)).toEqual([
    'SignInController.logout',
    'OidcController.callback',
    'OidcController.logout',
  ])
})
