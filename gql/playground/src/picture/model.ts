// What the picture reads from the schema: which types are nodes, and what connects them.
import {
  type GraphQLNamedType, type GraphQLObjectType, type GraphQLSchema, getNamedType, getNullableType, isAbstractType, isInterfaceType, isLeafType, isListType,
  isObjectType,
} from 'graphql';

const captions = ['name', 'title', 'quote', 'text'];

/** Reports whether values of the type are nodes: things with an `id: ID`. */
export function isNodeType(type: GraphQLNamedType): boolean {
  if (!isObjectType(type) && !isInterfaceType(type)) return false;
  const id = type.getFields().id;
  return !!id && getNamedType(id.type).name === 'ID' && id.args.length === 0;
}

/** The field a node is captioned with, the first there is of name, title, quote and text. */
export function captionField(type: GraphQLNamedType): string | undefined {
  if (!isObjectType(type) && !isInterfaceType(type)) return undefined;
  const fields = type.getFields();
  return captions.find((each) => fields[each] && isLeafType(getNamedType(fields[each].type)) && fields[each].args.length === 0);
}

/** The root field that lists nodes of a type: `countries` for `Country`. */
export function rootOf(schema: GraphQLSchema, typeName: string): string | undefined {
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    const listed = isListType(getNullableType(field.type)) && getNamedType(field.type).name === typeName;
    if (listed && field.args.some((arg) => arg.name === 'where')) return field.name;
  }
  return undefined;
}

/** The relationships of a type: its fields that have a connection beside them. */
export function relationFields(type: GraphQLObjectType): string[] {
  const fields = type.getFields();
  return Object.keys(fields).filter((name) => {
    const of = getNamedType(fields[name]!.type);
    return fields[`${name}Connection`] && (isNodeType(of) || isAbstractType(of));
  });
}

/** The type of the edges of a relationship's connection. */
export function edgeType(schema: GraphQLSchema, typeName: string, field: string): GraphQLObjectType | undefined {
  const type = schema.getType(typeName);
  const connection = isObjectType(type) || isInterfaceType(type) ? type.getFields()[`${field}Connection`] : undefined;
  const of = connection && getNamedType(connection.type);
  const edges = isObjectType(of) ? of.getFields().edges : undefined;
  const edge = edges && getNamedType(edges.type);
  return isObjectType(edge) ? edge : undefined;
}

/**
 * What the relationship behind a field can be, named alike at both of its ends: the
 * types of its connection's properties, or the field where it has none. A field that an
 * interface declares may be a different relationship in each of its types.
 */
export function relationshipsOf(schema: GraphQLSchema, typeName: string, field: string): string[] {
  const properties = edgeType(schema, typeName, field)?.getFields().properties;
  if (!properties) return [field];
  const type = getNamedType(properties.type);
  return isAbstractType(type) ? schema.getPossibleTypes(type).map((each) => each.name) : [type.name];
}
