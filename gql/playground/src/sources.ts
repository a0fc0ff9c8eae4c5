// The sentences behind an answer: claims asked for by the ids of what they are about.
import { type GraphQLSchema, isInputObjectType, isObjectType } from 'graphql';
import { rootOf } from './picture/model';
import { askData } from './request';

export interface Named {
  id: string;
  name: string;
}

export interface Claim {
  id: string;
  subject: Named[];
  relation: string | null;
  object: Named[];
  property: string | null;
  value: string | null;
  quote: string;
  sentence: string | null;
  basis: string;
  polarity: string;
  modality: string;
  confidence: number;
  rule: string | null;
  document: { id: string; title: string | null; publisher: string | null; published: string | null } | null;
}

const most = 200;

const fields = `id subject { id name } relation object { id name } property value quote sentence
  basis polarity modality confidence rule document { id title publisher published }`;

/** Reports whether the schema has claims as Concord's own has; another graph's need not. */
export function hasClaims(schema: GraphQLSchema | null | undefined): schema is GraphQLSchema {
  const claim = schema?.getType('Claim');
  const where = schema?.getType('ClaimWhere');
  return isObjectType(claim) && !!claim.getFields().sentence && isInputObjectType(where) && !!where.getFields().subject;
}

async function claims(where: Record<string, string>, variables: Record<string, unknown>, declared: string): Promise<Claim[]> {
  const asked = Object.entries(where).map(([alias, each]) => `${alias}: claims(where: ${each}, sort: [{ start: ASC }, { id: ASC }], limit: ${most}) { ${fields} }`);
  const data = await askData({ query: `query Sources(${declared}) { ${asked.join(' ')} }`, variables });
  const found = new Map((Object.values(data) as Claim[][]).flat().map((claim) => [claim.id, claim]));
  return [...found.values()];
}

/**
 * What is claimed about a node, as the subject or the object. A type that knows its own
 * evidence is asked for it, starting at the one node; of others, the claims are searched.
 */
export async function claimsAbout(schema: GraphQLSchema, node: { id: string; label: string }): Promise<Claim[]> {
  const root = rootOf(schema, node.label);
  const type = schema.getType(node.label);
  if (root && isObjectType(type) && type.getFields().evidence?.args.length === 0) {
    const data = await askData({
      query: `query Sources($id: ID!) { found: ${root}(where: { id: { eq: $id } }) { evidence { ${fields} } } }`,
      variables: { id: node.id },
    });
    return (data.found as { evidence: Claim[] }[]).flatMap((each) => each.evidence);
  }
  return claims({ subject: '{ subject: { some: { id: { eq: $id } } } }', object: '{ object: { some: { id: { eq: $id } } } }' }, { id: node.id }, '$id: ID!');
}

/** What is claimed to connect any two of several things. */
export function claimsAmong(ids: string[]): Promise<Claim[]> {
  return claims({ found: '{ subject: { some: { id: { in: $ids } } }, object: { some: { id: { in: $ids } } } }' }, { ids }, '$ids: [ID!]!');
}

/** Claims by their own ids. */
export function claimsById(ids: string[]): Promise<Claim[]> {
  return claims({ found: '{ id: { in: $ids } }' }, { ids }, '$ids: [ID!]!');
}

/** The page of a claim's document, at its sentence. */
export function sentenceLink(claim: Pick<Claim, 'id' | 'document'>): string | undefined {
  return claim.document ? `documents/${encodeURIComponent(claim.document.id)}#${claim.id.replace(':', '-')}` : undefined;
}
