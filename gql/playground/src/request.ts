// GraphQL over HTTP (the GraphQL-over-HTTP draft: POST, application/json).
export interface Request {
  query: string;
  variables?: Record<string, unknown> | null;
  operationName?: string | null;
}

export interface Answer {
  data?: Record<string, unknown> | null;
  errors?: { message: string; path?: (string | number)[] }[];
  extensions?: Record<string, unknown>;
}

export const endpoint = new URL('graphql', document.baseURI).href;

/** Asks the server; `explain` asks for the statement too (`extensions.cypher`). */
export async function ask(request: Request, explain = false): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        ...(explain ? { 'X-Concord-Explain': '1' } : {}),
      },
      body: JSON.stringify(request),
    });
  } catch (cause) {
    throw new Error('the server did not answer: check that it still runs (make run)', { cause });
  }
  const text = await response.text();
  try {
    return JSON.parse(text) as Answer;
  } catch {
    throw new Error(`the server answered ${response.status} without JSON: ${text.slice(0, 200)}`);
  }
}

/** Asks and returns the data; what the server refuses is thrown. */
export async function askData(request: Request): Promise<Record<string, unknown>> {
  const answer = await ask(request);
  if (answer.errors?.length) throw new Error(answer.errors.map((error) => error.message).join('\n'));
  return answer.data ?? {};
}
