import { useEffect, useState } from 'react';

export interface Loaded<T> {
  value?: T;
  failure?: string;
}

/** Loads a value when `load` changes; an answer that comes too late is dropped. */
export function useLoaded<T>(load: (() => Promise<T>) | undefined): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T> & { by?: () => Promise<T> }>({});
  useEffect(() => {
    if (!load) return;
    let late = false;
    load().then(
      (value) => late || setLoaded({ value, by: load }),
      (error: unknown) => late || setLoaded({ failure: error instanceof Error ? error.message : String(error), by: load }),
    );
    return () => void (late = true);
  }, [load]);
  return loaded.by === load ? loaded : {};
}
