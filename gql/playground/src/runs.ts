// What was last run in each of the editor's tabs: the picture and the Cypher are drawn from it.
import { useSyncExternalStore } from 'react';
import type { Answer, Request } from './request';

export interface Run {
  request: Request;
  answer: Answer;
}

const runs = new Map<string, Run>();
const listeners = new Set<() => void>();
let active = '';

function changed() {
  for (const listener of listeners) listener();
}

/** Says which tab is in front; the next run is its own. */
export function setActiveTab(id: string) {
  if (id === active) return;
  active = id;
  changed();
}

export function activeTab(): string {
  return active;
}

export function record(tab: string, run: Run) {
  runs.set(tab, run);
  changed();
}

/** The last run of the tab in front. */
export function useRun(): Run | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => runs.get(active),
  );
}
