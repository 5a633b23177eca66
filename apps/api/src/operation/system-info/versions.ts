/** Clients of Harbor look at the version to know what they may ask; then comes Berth's own. */
export const BERTH_VERSION = '0.1.0'
export const HARBOR_VERSION = `v2.16.0-berth-${BERTH_VERSION}`
