import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { buildSchema, parse, print, validate } from 'graphql';

const root = fileURLToPath(new URL('..', import.meta.url));
let folder;
let picture;
let share;

before(async () => {
  folder = await mkdtemp(join(root, 'node_modules/.test-'));
  const outfile = join(folder, 'picture.mjs');
  await esbuild.build({
    stdin: {
      contents: `export * from './src/picture/augment'; export * from './src/picture/collect'; export * from './src/picture/graph'; export * from './src/share';`,
      resolveDir: root, loader: 'ts',
    },
    bundle: true, format: 'esm', platform: 'node', outfile, external: ['graphql'],
  });
  picture = await import(pathToFileURL(outfile).href);
  share = picture;
});
after(() => rm(folder, { recursive: true, force: true }));

const schema = buildSchema(`
  interface Party { id: ID! name: String! }
  type Country implements Party { id: ID! name: String! exercises: [Exercise!]! exercisesConnection: CountryExercises! }
  type Exercise { id: ID! title: String participants: [Party!]! participantsConnection: ExerciseParticipants! }
  type CountryExercises { edges: [CountryExercise!]! totalCount: Int! }
  type CountryExercise { cursor: String! node: Exercise! properties: Joined! }
  union Joined = ParticipatedIn | Under
  type ExerciseParticipants { edges: [ExerciseParticipant!]! }
  type ExerciseParticipant { node: Party! properties: ParticipatedIn! }
  type ParticipatedIn { role: String claims: [String!] }
  type Under { claims: [String!] }
  type Partner { country: Country! exercises: [Exercise!]! }
  union Thing = Country | Exercise
  type Query { countries: [Country!]! partners: [Partner!]! things: [Thing!]! }
`);

function augmented(text) {
  const document = picture.augment(parse(text), schema);
  assert.deepEqual(validate(schema, document).map(String), []);
  return print(document).replace(/\s+/g, ' ');
}

const country = (id, rest = {}) => ({ concord_type: 'Country', concord_id: id, concord_name_Country: id, ...rest });
const exercise = (id, rest = {}) => ({ concord_type: 'Exercise', concord_id: id, concord_name_Exercise: id, ...rest });

function drawn(text, data) {
  const graph = picture.collect(parse(text), null, schema, data);
  return {
    nodes: [...graph.nodes.values()].map(({ id, label }) => `${label} ${id}`),
    edges: [...graph.edges.values()].map(({ source, target, label, claims }) => `${source} ${label} ${target} [${claims}]`),
  };
}

test('asks for type, id and caption of nodes, whatever the question asks', () => {
  assert.match(augmented('{ countries { name } }'), /countries \{ name concord_type: __typename concord_id: id concord_name_Country: name \}/);
  assert.match(augmented('{ countries { exercises { __typename } } }'), /concord_name_Exercise: title/);
});

test('asks members of a union one by one', () => {
  assert.match(augmented('{ things { __typename } }'), /\.\.\. on Country \{ concord_type: __typename .*\.\.\. on Exercise \{/);
});

test('asks edges for their claims, and leaves rows and connections as they are', () => {
  const text = augmented('{ countries { exercisesConnection { totalCount edges { node { title } } } } partners { exercises { title } } }');
  assert.match(text, /concord_edge: properties \{ \.\.\. on ParticipatedIn \{ __typename claims \} \.\.\. on Under \{ __typename claims \} \}/);
  assert.doesNotMatch(text, /totalCount concord/);
});

test('does not change what aliases and fragments of the question select', () => {
  assert.match(augmented('{ all: countries { ...short } } fragment short on Country { id: name }'), /fragment short on Country \{ id: name concord_type/);
});

test('draws a relationship that is read from both ends as one line', () => {
  assert.deepEqual(
    drawn('{ countries { exercises { participants { name } } } }', {
      countries: [country('CHN', { exercises: [exercise('x', { participants: [country('CHN'), country('RUS')] })] })],
    }),
    { nodes: ['Country CHN', 'Exercise x', 'Country RUS'], edges: ['CHN exercises x []', 'x participants RUS []'] },
  );
});

test('draws relationships whose claims differ as lines of their own', () => {
  const edge = (role, claim) => ({ node: exercise('x'), properties: { role }, concord_edge: { __typename: 'ParticipatedIn', claims: [claim] } });
  assert.deepEqual(
    drawn('{ countries { mine: exercisesConnection { edges { node { title } properties { ... on ParticipatedIn { role } } } } } }', {
      countries: [country('CHN', { mine: { edges: [edge('host', 'a'), edge('observer', 'b')] } })],
    }).edges,
    ['CHN exercises: host x [a]', 'CHN exercises: observer x [b]'],
  );
});

test('draws a row from what it is about to the rest of it', () => {
  assert.deepEqual(
    drawn('{ partners { exercises { title } country { name } } }', {
      partners: [{ exercises: [exercise('x'), exercise('y')], country: country('RUS') }],
    }).edges,
    ['RUS exercises x []', 'RUS exercises y []'],
  );
});

test('draws nothing for what is null', () => {
  assert.deepEqual(drawn('{ partners { country { name } exercises { title } } }', { partners: [{ country: null, exercises: [null] }] }), { nodes: [], edges: [] });
});

test('a question is shared by its address and comes back from it', () => {
  const question = { query: 'query A($n: String = "a&b#c") {\n  x\n}', variables: '{"n": "ü %"}' };
  assert.deepEqual(share.readShared({ hash: share.sharedHash(question), search: '' }), question);
  assert.deepEqual(share.readShared({ hash: '', search: '?query=%7Bx%7D' }), { query: '{x}', variables: undefined });
  assert.equal(share.readShared({ hash: '#top', search: '' }), undefined);
});
