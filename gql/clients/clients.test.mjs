// Libraries by which programs ask: each with a question, a variable, and a refused question.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApolloClient, CombinedGraphQLErrors, HttpLink, InMemoryCache, gql } from '@apollo/client/core';
import { Client, fetchExchange } from '@urql/core';
import { ClientError, GraphQLClient } from 'graphql-request';
import { address, china, country, readQuestions, wrong } from './server.mjs';

test('Apollo Client asks, keeps the answer, and tells of errors', async () => {
  let asked = 0;
  const counting = (...args) => (asked++, fetch(...args));
  const client = new ApolloClient({ link: new HttpLink({ uri: address, fetch: counting }), cache: new InMemoryCache() });
  const ask = () => client.query({ query: gql(country), variables: { iso3: 'CHN' } });
  const { data } = await ask();
  assert.deepEqual(data.countries.map(({ name, iso3, __typename }) => [name, iso3, __typename]), [['China', 'CHN', 'Country']]);
  await ask();
  assert.equal(asked, 1, 'the second answer did not come from the cache');
  await assert.rejects(client.query({ query: gql(wrong) }), (error) => {
    // A refused question is an answer with status 400; the errors are in it.
    const errors = CombinedGraphQLErrors.is(error) ? error.errors : JSON.parse(error.bodyText).errors;
    assert.match(errors[0].message, /nme/);
    return true;
  });
});

test('Apollo Client pages through a connection', async () => {
  const client = new ApolloClient({ link: new HttpLink({ uri: address }), cache: new InMemoryCache() });
  const query = gql`query Page($after: String) {
    exercisesConnection(first: 5, after: $after, sort: [{ name: ASC }, { id: ASC }]) { totalCount pageInfo { hasNextPage endCursor } edges { node { id } } }
  }`;
  const seen = [];
  for (let after = null, more = true; more; ) {
    const { exercisesConnection: page } = (await client.query({ query, variables: { after } })).data;
    seen.push(...page.edges.map(({ node }) => node.id));
    ({ hasNextPage: more, endCursor: after } = page.pageInfo);
    if (!more) assert.equal(seen.length, page.totalCount);
  }
  assert.equal(new Set(seen).size, seen.length, 'a row came twice');
  assert.ok(seen.length > 5, `${seen.length} rows are one page`);
});

test('urql asks with GET', async () => {
  const methods = [];
  const watching = (url, options) => {
    methods.push(options.method);
    return fetch(url, options);
  };
  const client = new Client({ url: address, exchanges: [fetchExchange], preferGetMethod: 'force', fetch: watching });
  const { data, error } = await client.query(country, { iso3: 'CHN' }).toPromise();
  assert.equal(error, undefined);
  assert.deepEqual(data.countries.map(({ name, iso3 }) => ({ name, iso3 })), china.countries);
  const refused = await client.query(wrong, {}).toPromise();
  assert.match(refused.error.message, /nme/);
  assert.deepEqual(methods, ['GET', 'GET']);
});

test('graphql-request asks every question of the playground', async () => {
  const client = new GraphQLClient(address);
  assert.deepEqual(await client.request(country, { iso3: 'CHN' }), china);
  for (const [name, question] of Object.entries(await readQuestions())) {
    const data = await client.request(question).catch((error) => assert.fail(`${name}: ${error.message}`));
    assert.ok(Object.values(data).some((each) => each && Object.keys(each).length > 0), `${name} has no answer`);
  }
  await assert.rejects(client.request(wrong), (error) => error instanceof ClientError && error.response.status === 400 && /nme/.test(error.response.errors[0].message));
});
