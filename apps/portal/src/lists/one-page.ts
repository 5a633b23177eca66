/** For a list of so few rows that all stand on one page: nothing of it is searched, sorted or kept in the address. */
export const onePage = { search: { size: Number.MAX_SAFE_INTEGER }, onSearch: () => undefined }
