/** The administrator that the first start makes. */
export const BUILT_IN_ADMIN_ID = 1
