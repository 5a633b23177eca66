/** How far the clocks of provider and Berth may differ. */
export const CLOCK_TOLERANCE_SECONDS = 300
