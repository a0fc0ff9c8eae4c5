// The schema as tools learn it: the introspection query of graphql-js with all its options.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { buildClientSchema, getIntrospectionQuery, lexicographicSortSchema, parse, printSchema, validate, validateSchema } from 'graphql';
import { address, readQuestions } from './server.mjs';

const every = {
  descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true,
};

async function ask(query) {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query }),
  });
  const text = await response.text();
  assert.equal(response.status, 200, text);
  return text;
}

let text;
let schema;
before(async () => {
  text = await ask(getIntrospectionQuery(every));
  schema = buildClientSchema(JSON.parse(text).data);
});

test('is a valid schema, complete to the last option', () => {
  assert.deepEqual(validateSchema(schema), []);
  const { types, directives } = JSON.parse(text).data.__schema;
  const values = types.flatMap(({ fields, inputFields }) => [...(inputFields ?? []), ...(fields ?? []).flatMap(({ args }) => args)]);
  for (const key of ['description', 'defaultValue', 'isDeprecated', 'deprecationReason']) {
    assert.ok(values.every((value) => key in value), `an input value has no ${key}`);
  }
  assert.ok(types.every((type) => 'specifiedByURL' in type && 'isOneOf' in type), 'a type has no specifiedByURL or isOneOf');
  assert.ok(directives.every(({ isRepeatable }) => typeof isRepeatable === 'boolean'), 'a directive does not say whether it repeats');
  const deprecated = directives.find(({ name }) => name === 'deprecated').args.find(({ name }) => name === 'reason');
  assert.equal(deprecated.defaultValue, '"No longer supported"');
  for (const name of ['oneOf', 'specifiedBy', 'skip', 'include']) assert.ok(directives.some((each) => each.name === name), `there is no @${name}`);
});

test('is described where people read it', () => {
  const bare = [];
  for (const [name, type] of Object.entries(schema.getTypeMap())) {
    if (name.startsWith('__') || !('getFields' in type) || name === 'Query') continue;
    if ('getInterfaces' in type && /^(Country|Organization|CountryGroup|Exercise|Meeting|Exchange|Treaty|Mechanism|Mission|Place|Topic|Figure|Document|Passage|Claim)$/.test(name)) {
      if (!type.description) bare.push(name);
      for (const field of Object.values(type.getFields())) if (!field.description) bare.push(`${name}.${field.name}`);
    }
  }
  for (const field of Object.values(schema.getQueryType().getFields())) if (!field.description) bare.push(`Query.${field.name}`);
  assert.deepEqual(bare, []);
});

test('comes in the same order each time', async () => {
  assert.equal(await ask(getIntrospectionQuery(every)), text);
});

test('is the same schema with fewer options', async () => {
  for (const option of Object.keys(every)) {
    const fewer = buildClientSchema(JSON.parse(await ask(getIntrospectionQuery({ ...every, [option]: false }))).data);
    assert.deepEqual(Object.keys(fewer.getTypeMap()).sort(), Object.keys(schema.getTypeMap()).sort(), option);
    if (!['descriptions', 'schemaDescription', 'specifiedByUrl', 'inputValueDeprecation', 'oneOf'].includes(option)) {
      assert.equal(printSchema(lexicographicSortSchema(fewer)), printSchema(lexicographicSortSchema(schema)), option);
    }
  }
});

test('takes the questions of the playground', async () => {
  for (const [name, question] of Object.entries(await readQuestions())) assert.deepEqual(validate(schema, parse(question)), [], name);
});
