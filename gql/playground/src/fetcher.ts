// GraphiQL's way to the server. It asks for the statement beside every answer and keeps
// both for the picture and the Cypher; the JSON shows the answer alone.
import type { Fetcher } from '@graphiql/toolkit';
import { parse } from 'graphql';
import { ask, type Answer } from './request';
import { activeTab, record } from './runs';

export const fetcher: Fetcher = async (params) => {
  const introspecting = params.operationName === 'IntrospectionQuery';
  const tab = activeTab();
  const request = { query: params.query, variables: params.variables, operationName: named(params.query, params.operationName) };
  const answer = await ask(request, !introspecting);
  if (!introspecting) record(tab, { request, answer });
  return withoutStatement(answer) as Awaited<ReturnType<Fetcher>>;
};

/**
 * The operation asked for, if the text has it. Just after a change of tabs GraphiQL still
 * has the other tab's; a text with one operation needs no name.
 */
function named(query: string, name?: string | null): string | undefined {
  try {
    const names = parse(query).definitions.map((each) => (each.kind === 'OperationDefinition' ? each.name?.value : undefined));
    return names.find((each) => each !== undefined && each === name);
  } catch {
    return name ?? undefined; // what does not parse, the server explains
  }
}

function withoutStatement(answer: Answer): Answer {
  if (!answer.extensions?.cypher) return answer;
  const { cypher: _, ...others } = answer.extensions;
  const { extensions: __, ...plain } = answer;
  return Object.keys(others).length ? { ...plain, extensions: others } : plain;
}
