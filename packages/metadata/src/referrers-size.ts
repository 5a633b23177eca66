import { MAX_MANIFEST_SIZE } from '@berth/oci'

/** Bytes of the descriptors in one list of referrers: with what stands around them it is a manifest that any registry would take. */
export const MAX_REFERRERS_SIZE = MAX_MANIFEST_SIZE - 1024
