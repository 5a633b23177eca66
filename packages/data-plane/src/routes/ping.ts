import type { Endpoint } from '../http/endpoint.js'

/** Specification: "Determining Support". */
export const ping: Endpoint = {
  name: 'ping',
  methods: ['GET', 'HEAD'],
  pattern: /^\/v2\/?$/,
  access: 'identified',
  handle({ reply }) {
    reply.header('content-type', 'application/json; charset=utf-8').send('{}')
  },
}
