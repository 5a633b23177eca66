/** 1 to 128 characters that are not all blank. */
export const isLabelName = (name: string): boolean => name.trim() !== '' && [...name].length <= 128
