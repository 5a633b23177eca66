const drawings: Readonly<Record<string, string>> = {
  IMAGE: 'M3 7l9-4 9 4v10l-9 4-9-4zM3 7l9 4 9-4M12 11v10',
  CHART: 'M8 12a4 4 0 1 0 8 0a4 4 0 1 0-8 0M12 2v6M12 16v6M2 12h6M16 12h6M5 5l4 4M15 15l4 4M19 5l-4 4M9 15l-4 4',
  SIGNATURE: 'M12 3l8 3v6c0 5-3.5 8-8 9-4.5-1-8-4-8-9V6zM8 12l3 3 5-6',
  SBOM: 'M6 3h12v18H6zM9 8h6M9 12h6M9 16h4',
  ATTESTATION: 'M6 2h8l5 5v15H6zM14 2v5h5M9 14l2 2 4-4',
  WASM: 'M3 3h6a3 3 0 0 0 6 0h6v18H3zM7 12l1.5 5L10 13l1.5 4L13 12M15 17l1.5-5 1.5 5',
  CNAI: 'M12 4a2 2 0 1 0 .01 0M5 18a2 2 0 1 0 .01 0M19 18a2 2 0 1 0 .01 0M11 8l-5 10M13 8l5 10M7 20h10',
}
const other = 'M6 2h8l5 5v15H6zM14 2v5h5'

/** Says nothing to a screen reader: the kind stands beside it in words. */
export function KindIcon({ type }: { type: string }) {
  return (
    <svg
      width="32"
      height="32"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d={drawings[type] ?? other} />
    </svg>
  )
}
