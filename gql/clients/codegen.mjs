// What graphql-codegen is asked for: types of the playground's questions, and documents
// that carry them.
export default {
  schema: new URL('graphql', process.env.CONCORD_URL).href,
  documents: '../playground/src/questions/*.graphql',
  generates: { 'generated/': { preset: 'client', config: { scalars: { Date: 'string', BigInt: 'string' }, useTypeImports: true } } },
};
