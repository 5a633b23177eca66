/** Containers on a deck above the water line; the same drawing as the favicon, without its tile. */
export function Logo({ size = 30 }: { size?: number }) {
  return (
    <svg viewBox="3 4 26 25.5" width={size} height={size} aria-hidden="true">
      <rect x="12" y="5.5" width="8" height="6" rx="1.2" fill="#ef7d45" />
      <rect x="7" y="13" width="8" height="6" rx="1.2" fill="#8fd3dc" />
      <rect x="17" y="13" width="8" height="6" rx="1.2" fill="#e9f3f4" />
      <path d="M4.5 21.5h23l-1.2 2.2a3 3 0 0 1-2.6 1.5H8.3a3 3 0 0 1-2.6-1.5z" fill="#2f9aac" />
      <path
        d="M5 28c1.8 0 1.8-1 3.7-1s1.8 1 3.7 1 1.8-1 3.6-1 1.8 1 3.7 1 1.8-1 3.6-1 1.9 1 3.7 1"
        fill="none"
        stroke="#8fd3dc"
        strokeWidth="1.3"
        strokeLinecap="round"
      />
    </svg>
  )
}
