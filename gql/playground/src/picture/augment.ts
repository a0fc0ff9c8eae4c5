// Asks for what the picture needs besides what the question asks for.
import {
  type DocumentNode, type FieldNode, type GraphQLNamedType, type GraphQLObjectType, type GraphQLSchema, type SelectionNode, type SelectionSetNode,
  Kind, TypeInfo, getNamedType, isAbstractType, isCompositeType, isObjectType, visit, visitWithTypeInfo,
} from 'graphql';
import { captionField, isNodeType } from './model';

/**
 * The keys under which the added fields come back; no question uses such aliases. A
 * name's is followed by its type's, since members of a union may differ in whether it can be null.
 */
export const added = { type: 'concord_type', id: 'concord_id', name: 'concord_name_', edge: 'concord_edge' } as const;

/** Reports whether an answer's key is of an added field. */
export function isAdded(key: string): boolean {
  return key === added.type || key === added.id || key === added.edge || key.startsWith(added.name);
}

/**
 * Adds to every selection on a node its type, id and name, and to every edge of a
 * connection the ids of the claims that support it. What is a node and what an edge is
 * read from the schema, not guessed from names of types.
 */
export function augment(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  const types = new TypeInfo(schema);
  return visit(document, visitWithTypeInfo(types, {
    SelectionSet: {
      leave(node): SelectionSetNode | undefined {
        const type = types.getParentType();
        if (!type || type === schema.getQueryType()) return undefined;
        const selections = [...nodeFields(type, schema), ...edgeFields(type, schema)];
        return selections.length ? { ...node, selections: [...node.selections, ...selections] } : undefined;
      },
    },
  }));
}

function nodeFields(type: GraphQLNamedType, schema: GraphQLSchema): SelectionNode[] {
  if (isNodeType(type)) return [field('__typename', added.type), field('id', added.id), ...caption(type)];
  if (!isAbstractType(type)) return [];
  const possible = schema.getPossibleTypes(type).filter(isNodeType);
  return possible.map((each) => on(each, [field('__typename', added.type), field('id', added.id), ...caption(each)]));
}

function caption(type: GraphQLNamedType): FieldNode[] {
  const name = captionField(type);
  return name ? [field(name, added.name + type.name)] : [];
}

function edgeFields(type: GraphQLNamedType, schema: GraphQLSchema): SelectionNode[] {
  if (!isObjectType(type)) return [];
  const { node, properties } = type.getFields();
  if (!node || !properties) return [];
  const of = getNamedType(properties.type);
  if (!isCompositeType(of)) return [];
  const holders = isAbstractType(of) ? schema.getPossibleTypes(of) : [of];
  const selections = holders.filter((each): each is GraphQLObjectType => isObjectType(each) && !!each.getFields().claims)
    .map((each) => on(each, [field('__typename'), field('claims')]));
  return selections.length ? [field('properties', added.edge, selections)] : [];
}

function field(name: string, alias?: string, selections?: SelectionNode[]): FieldNode {
  return {
    kind: Kind.FIELD,
    name: { kind: Kind.NAME, value: name },
    ...(alias ? { alias: { kind: Kind.NAME, value: alias } } : {}),
    ...(selections ? { selectionSet: { kind: Kind.SELECTION_SET, selections } } : {}),
  };
}

function on(type: GraphQLNamedType, selections: SelectionNode[]): SelectionNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type.name } },
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
}
