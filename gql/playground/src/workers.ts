// Tells the editors where their workers are. Imported first, before any editor exists.
const addresses: Record<string, string> = {
  json: __JSON_WORKER__,
  graphql: __GRAPHQL_WORKER__,
};

Object.assign(globalThis, {
  MonacoEnvironment: {
    getWorker(_module: string, label: string): Worker {
      return new Worker(new URL(addresses[label] ?? __EDITOR_WORKER__, import.meta.url), { name: label });
    },
  },
});
