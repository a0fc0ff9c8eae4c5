// A program against the generated types: it compiles only if they say what the server answers.
import { GraphQLClient } from 'graphql-request';
import { ScoPartnersDocument } from './generated/graphql.js';

/** The names of the countries that exercised with `country`, under `under`. */
export async function partners(address: string, country: string, under: string): Promise<string[]> {
  const answer = await new GraphQLClient(address).request(ScoPartnersDocument, { country, under });
  return answer.exercisePartners.map((partner) => partner.country.name);
}

/** What must not compile: a field that nobody asked for, a variable of the wrong type. */
export async function mistakes(client: GraphQLClient): Promise<unknown> {
  // @ts-expect-error a country is named by text
  const answer = await client.request(ScoPartnersDocument, { country: 7 });
  // @ts-expect-error the question does not ask for iso3
  return answer.exercisePartners.map((partner) => partner.country.iso3);
}
