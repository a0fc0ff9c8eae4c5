// The few icons GraphiQL has none of.
import type { ReactNode } from 'react';

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg width="1em" height="1em" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      {children}
    </svg>
  );
}

export const LinkIcon = () => (
  <Icon>
    <path d="M6.5 9.5 9.5 6.5M7 4.5l1-1a3.2 3.2 0 0 1 4.5 4.5l-1 1M9 11.5l-1 1A3.2 3.2 0 0 1 3.5 8l1-1" />
  </Icon>
);

export const QuestionsIcon = () => (
  <Icon>
    <path d="M2.5 3.5h11v7.5H8l-3 2.5V11H2.5z" />
    <path d="M6.6 6a1.4 1.4 0 1 1 2 1.3c-.5.2-.6.5-.6.8M8 9.3v0" />
  </Icon>
);

export const Mark = () => (
  <svg className="concord-mark" viewBox="0 0 32 32" aria-hidden="true">
    <path d="M16 7 6 23M16 7l10 16M6 23h20" fill="none" stroke="currentColor" strokeOpacity=".45" strokeWidth="2" />
    <circle cx="16" cy="7" r="5" fill="#3b6fd4" />
    <circle cx="6" cy="23" r="5" fill="#c2503a" />
    <circle cx="26" cy="23" r="5" fill="#2c8a63" />
  </svg>
);
