export { areCertificates } from './certificates.js'
export * from './local-socket.js'
export * from './read-settings.js'
export * from './settings.js'
