// A question is shared by its address: the query and its variables stand after the #,
// which browsers never send anywhere. ?query= is read too.
export interface Shared {
  query: string;
  variables?: string;
}

export function readShared(address: { hash: string; search: string } = location): Shared | undefined {
  for (const text of [address.hash.replace(/^#/, ''), address.search]) {
    const params = new URLSearchParams(text);
    const query = params.get('query');
    if (query) return { query, variables: params.get('variables') ?? undefined };
  }
  return undefined;
}

export function sharedHash({ query, variables }: Shared): string {
  const params = [`query=${encodeURIComponent(query)}`];
  if (variables?.trim() && variables.trim() !== '{}') params.push(`variables=${encodeURIComponent(variables)}`);
  return `#${params.join('&')}`;
}

/** Puts the question into the address bar, without a new entry in the history. */
export function share(shared: Shared) {
  const url = new URL(location.href);
  url.search = '';
  url.hash = sharedHash(shared);
  history.replaceState(history.state, '', url);
}
