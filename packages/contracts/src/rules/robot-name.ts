/** For a new robot, without prefix and project. */
export const isRobotName = (text: string): boolean => text.length <= 255 && /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/.test(text)
