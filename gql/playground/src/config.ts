// What the server says about itself (/config.json). Absent keys hide what needs them.
export interface Config {
  /** The address of Neo4j Browser, connected and ready, or absent. */
  browser?: string;
  /** Concord's version, or absent. */
  version?: string;
}

export async function loadConfig(): Promise<Config> {
  try {
    const response = await fetch('config.json', { headers: { accept: 'application/json' } });
    if (!response.ok) return {};
    const config: unknown = await response.json();
    return typeof config === 'object' && config !== null ? (config as Config) : {};
  } catch {
    return {};
  }
}

/**
 * Neo4j Browser with `text` in its editor, not run: its `cmd=edit` and `arg`
 * parameters (Neo4j Browser manual, "URL parameters"). It decodes its address before it
 * looks for the next parameter, so what would end this one goes by its Unicode escape,
 * which Cypher reads wherever it stands.
 */
export function browserLink(browser: string, text: string): string {
  const url = new URL(browser, location.href);
  url.searchParams.set('cmd', 'edit');
  url.searchParams.set('arg', text.replaceAll('&', '\\u0026').replaceAll('#', '\\u0023'));
  return url.href;
}
