// Reads the nodes and edges out of the answer to an augmented question.
import {
  type DocumentNode, type FragmentDefinitionNode, type GraphQLSchema, type SelectionSetNode, Kind, getOperationAST,
} from 'graphql';
import { added, isAdded } from './augment';
import { PictureGraph } from './graph';
import { relationshipsOf } from './model';

interface Selected {
  field: string;
  sets: SelectionSetNode[];
}

interface From {
  node: string;
  type: string;
}

type Json = Record<string, unknown>;

export function collect(document: DocumentNode, operationName: string | null | undefined, schema: GraphQLSchema, data: Json): PictureGraph {
  const operation = getOperationAST(document, operationName);
  const graph = new PictureGraph();
  if (!operation) return graph;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of document.definitions) {
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  }
  new Walk(graph, schema, fragments).fields(data, [operation.selectionSet], null);
  return graph;
}

class Walk {
  constructor(
    private readonly graph: PictureGraph,
    private readonly schema: GraphQLSchema,
    private readonly fragments: Map<string, FragmentDefinitionNode>,
  ) {}

  /** Walks the fields of an object that is no node of its own. */
  fields(object: Json, sets: SelectionSetNode[], from: From | null) {
    for (const [key, { field, sets: below }] of this.selected(sets)) {
      if (below.length) this.value(object[key], below, from, field, {});
    }
  }

  private value(value: unknown, sets: SelectionSetNode[], from: From | null, label: string, edge: Json) {
    if (Array.isArray(value)) {
      for (const each of value) this.value(each, sets, from, label, edge);
      return;
    }
    if (!isObject(value)) return;
    if (typeof value[added.id] === 'string') {
      this.node(value, sets, from, label, edge);
      return;
    }
    const selected = this.selected(sets);
    const fields = new Map([...selected].map(([key, each]) => [each.field, { key, sets: each.sets }]));
    const [edges, node] = [fields.get('edges'), fields.get('node')];
    if (edges) {
      this.value(value[edges.key], edges.sets, from, label.replace(/Connection$/, ''), {});
    } else if (node?.sets.length) {
      const properties = fields.get('properties');
      const claims = value[added.edge];
      this.value(value[node.key], node.sets, from, label, {
        ...(properties && isObject(value[properties.key]) ? leaves(value[properties.key] as Json) : {}),
        ...(isObject(claims) ? { claims: claims.claims, type: claims.__typename } : {}),
      });
    } else {
      this.row(value, selected, from, label);
    }
  }

  private node(value: Json, sets: SelectionSetNode[], from: From | null, label: string, edge: Json) {
    const id = value[added.id] as string;
    const type = String(value[added.type]);
    this.graph.addNode({ id, label: type, name: captionOf(value) ?? id, properties: leaves(value) });
    if (from) {
      const { claims, type: known, ...properties } = edge;
      const as = properties.role ?? properties.action ?? properties.status;
      this.graph.addEdge({
        source: from.node, target: id, label: as ? `${label}: ${String(as)}` : label, properties, claims: Array.isArray(claims) ? claims.map(String) : [],
      }, known ? [String(known)] : relationshipsOf(this.schema, from.type, label));
    }
    this.fields(value, sets, { node: id, type });
  }

  /**
   * A row that is no node (a country and the exercises shared with it): what stands
   * alone in it is what the row is about, and the rest belongs to that.
   */
  private row(value: Json, selected: Map<string, Selected>, from: From | null, label: string) {
    let about = from;
    let subject = '';
    for (const [key, { sets }] of selected) {
      const child = value[key];
      if (!sets.length || !isObject(child) || typeof child[added.id] !== 'string') continue;
      this.node(child, sets, from, label, {});
      about = { node: child[added.id] as string, type: String(child[added.type]) };
      subject = key;
      break;
    }
    for (const [key, { field, sets }] of selected) {
      if (sets.length && key !== subject) this.value(value[key], sets, about, field, {});
    }
  }

  /** The fields of selection sets by the key of their answer, those of fragments included. */
  private selected(sets: SelectionSetNode[], into = new Map<string, Selected>()): Map<string, Selected> {
    for (const set of sets) {
      for (const selection of set.selections) {
        if (selection.kind === Kind.FIELD) {
          const key = selection.alias?.value ?? selection.name.value;
          if (key === added.edge) continue;
          const known = into.get(key) ?? { field: selection.name.value, sets: [] };
          if (selection.selectionSet) known.sets.push(selection.selectionSet);
          into.set(key, known);
        } else {
          const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments.get(selection.name.value);
          if (fragment) this.selected([fragment.selectionSet], into);
        }
      }
    }
    return into;
  }
}

function leaves(object: Json): Json {
  return Object.fromEntries(Object.entries(object).filter(([key, value]) => !isAdded(key) && isLeaf(value)));
}

function captionOf(node: Json): string | undefined {
  const caption = Object.entries(node).find(([key, value]) => key.startsWith(added.name) && value !== null && value !== '');
  return caption && String(caption[1]);
}

function isLeaf(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((each) => typeof each !== 'object');
  return value !== null && typeof value !== 'object';
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
