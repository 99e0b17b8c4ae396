export const Logo = () => (
  <svg viewBox="0 0 32 32" aria-hidden="true">
    <path
      d="M22.5 11.2A8 8 0 1 0 22.5 20.8"
      fill="none"
      stroke="currentColor"
      strokeWidth="3.4"
      strokeLinecap="round"
    />
    <circle cx="23.2" cy="16" r="2.6" fill="#7fd1ff" />
  </svg>
);
