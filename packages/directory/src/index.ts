export { Directory, type DirectoryGroup, type DirectoryPerson } from './directory.js'
export { DirectoryError, type DirectoryReason } from './directory-error.js'
export { foldName } from './entry.js'
export { isDirectoryUrl, isFilter, type DirectorySettings } from './directory-settings.js'
