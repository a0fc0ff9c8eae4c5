// The questions the picture asks by itself: how many neighbours a node has by each
// relationship, and which. Every name in them comes from the schema.
import { type GraphQLNamedType, type GraphQLObjectType, type GraphQLSchema, getNamedType, isAbstractType, isObjectType } from 'graphql';
import { askData } from '../request';
import type { PictureEdge, PictureGraph, PictureNode } from './graph';
import { captionField, edgeType, isNodeType, relationFields, relationshipsOf, rootOf } from './model';

const page = 25;
const edgeProperties = ['claims', 'quote', 'basis'];

export interface Relation {
  field: string;
  count: number;
}

function typeOf(schema: GraphQLSchema, name: string): GraphQLObjectType | undefined {
  const type = schema.getType(name);
  return isObjectType(type) ? type : undefined;
}

/** How many neighbours a node has, by relationship; those with none are left out. */
export async function countNeighbours(schema: GraphQLSchema, node: PictureNode): Promise<Relation[]> {
  const type = typeOf(schema, node.label);
  const root = rootOf(schema, node.label);
  if (!type || !root) return [];
  const fields = relationFields(type);
  if (!fields.length) return [];
  const counts = fields.map((field, i) => `r${i}: ${field}Connection { totalCount }`).join(' ');
  const data = await askData({
    query: `query Neighbours($id: ID!) { found: ${root}(where: { id: { eq: $id } }) { ${counts} } }`,
    variables: { id: node.id },
  });
  const found = (data.found as Record<string, { totalCount: number }>[])[0] ?? {};
  return fields.map((field, i) => ({ field, count: found[`r${i}`]?.totalCount ?? 0 })).filter(({ count }) => count > 0);
}

interface Found {
  edges: { node: Record<string, string>; properties?: { __typename: string; claims?: string[]; quote?: string; basis?: string } }[];
}

/** Adds a node's neighbours by one relationship, the first 25, and returns the ids of all of them. */
export async function addNeighbours(schema: GraphQLSchema, graph: PictureGraph, node: PictureNode, field: string): Promise<string[]> {
  const type = typeOf(schema, node.label);
  const root = rootOf(schema, node.label);
  if (!type || !root) return [];
  const data = await askData({
    query: `query Neighbours($id: ID!) { found: ${root}(where: { id: { eq: $id } }) { of: ${field}Connection(first: ${page}) { edges { ${edgeSelection(schema, type, field)} } } } }`,
    variables: { id: node.id },
  });
  const ids: string[] = [];
  for (const { node: to, properties } of (data.found as { of: Found }[])[0]?.of.edges ?? []) {
    if (!to.id) continue;
    graph.addNode({ id: to.id, label: to.__typename!, name: to.name ?? to.title ?? to.quote ?? to.text ?? to.id, properties: {} });
    const edge: Omit<PictureEdge, 'id'> = {
      source: node.id, target: to.id, label: field, claims: properties?.claims ?? [],
      properties: Object.fromEntries(Object.entries(properties ?? {}).filter(([key, value]) => key !== 'claims' && key !== '__typename' && value !== null)),
    };
    graph.addEdge(edge, properties ? [properties.__typename] : relationshipsOf(schema, type.name, field));
    ids.push(to.id);
  }
  return ids;
}

function edgeSelection(schema: GraphQLSchema, type: GraphQLObjectType, field: string): string {
  const target = getNamedType(type.getFields()[field]!.type);
  const node = isNodeType(target)
    ? nodeSelection(target)
    : isAbstractType(target)
      ? `__typename ${schema.getPossibleTypes(target).filter(isNodeType).map((each) => `... on ${each.name} { ${nodeSelection(each)} }`).join(' ')}`
      : '__typename';
  const of = edgeType(schema, type.name, field)?.getFields().properties;
  const properties = of && getNamedType(of.type);
  const holders = !properties ? [] : isAbstractType(properties) ? schema.getPossibleTypes(properties) : [properties];
  const wanted = holders.filter(isObjectType).map((each) => `... on ${each.name} { ${edgeProperties.filter((name) => each.getFields()[name]).join(' ')} }`);
  return `node { ${node} }${properties ? ` properties { __typename ${wanted.filter((each) => !each.endsWith('{  }')).join(' ')} }` : ''}`;
}

function nodeSelection(type: GraphQLNamedType): string {
  return ['__typename', 'id', captionField(type)].filter(Boolean).join(' ');
}
