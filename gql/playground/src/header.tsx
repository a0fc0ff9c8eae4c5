// Concord's name, the other pages, and the switch between light and dark.
import { createPortal } from 'react-dom';
import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import type { Config } from './config';
import { Mark } from './icons';

const host = document.createElement('header');
host.className = 'concord-header';
document.body.prepend(host);

export function Header({ config }: { config: Config }) {
  return createPortal(
    <>
      <a className="concord-name" href="./" title={config.version && `Concord ${config.version}`}>
        <Mark />
        <strong>Concord</strong>
      </a>
      <p className="concord-about">
        Who trained, met and signed with whom: press <kbd>▶</kbd>, then <em>Picture</em> or <em>Sources</em>.
      </p>
      <nav aria-label="Concord">
        <a href="documents">Documents</a>
        <a href="queries">Cypher queries</a>
        <a href="schema">Schema</a>
        {config.browser && (
          <a href={config.browser} target="_blank" rel="noreferrer">
            Neo4j Browser
          </a>
        )}
        <ThemeSwitch />
      </nav>
    </>,
    host,
  );
}

function ThemeSwitch() {
  const theme = useGraphiQL((state) => state.theme);
  const { setTheme } = useGraphiQLActions();
  const dark = theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  return (
    <button type="button" className="concord-theme" onClick={() => setTheme(dark ? 'light' : 'dark')}>
      {dark ? 'Light' : 'Dark'}
    </button>
  );
}
