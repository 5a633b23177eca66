export { AddressGuard } from './address-guard.js'
export { OutboundError, toOutboundError } from './outbound-error.js'
export { Outbound, type OutboundRequest } from './outbound.js'
export type { OutboundResponse } from './outbound-response.js'
