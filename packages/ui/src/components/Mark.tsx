/** The mark of Groundwork: three layers, the lowest one carrying the others. Decorative; a name stands beside it. */
export function Mark(props: { size?: number }) {
  const { size = 28 } = props;
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 32 32"
      aria-hidden="true"
      focusable="false"
    >
      <rect width="32" height="32" rx="8" fill="currentColor" opacity="0.16" />
      <path d="M16 6.5 25 11l-9 4.5L7 11z" fill="currentColor" />
      <path
        d="m7 16 9 4.5 9-4.5M7 21l9 4.5 9-4.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.2"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
