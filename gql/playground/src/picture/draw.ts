// From a run question to its graph: asked again with types and ids, then collected.
import { type GraphQLSchema, parse, print } from 'graphql';
import { askData } from '../request';
import type { Run } from '../runs';
import { augment } from './augment';
import { collect } from './collect';
import type { PictureGraph } from './graph';

export async function draw({ request }: Run, schema: GraphQLSchema): Promise<PictureGraph> {
  const document = parse(request.query);
  const data = await askData({ ...request, query: print(augment(document, schema)) });
  return collect(document, request.operationName, schema, data);
}
