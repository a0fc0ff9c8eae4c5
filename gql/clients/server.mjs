// The server under test, and what the tests ask of it.
import { readFile, readdir } from 'node:fs/promises';

/** CONCORD_URL is the server's address (http://127.0.0.1:8080/). */
export const address = new URL('graphql', process.env.CONCORD_URL ?? 'http://127.0.0.1:8080/').href;

const questions = new URL('../playground/src/questions/', import.meta.url);

/** The questions that the playground opens on, by the names of their files. */
export async function readQuestions() {
  const names = (await readdir(questions)).filter((name) => name.endsWith('.graphql')).sort();
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await readFile(new URL(name, questions), 'utf8')])));
}

/** A question with a variable, and its answer in any graph that knows the countries of the world. */
export const country = 'query Country($iso3: String!) { countries(where: { iso3: { eq: $iso3 } }) { name iso3 } }';
export const china = { countries: [{ name: 'China', iso3: 'CHN' }] };

/** A question that names no field, and the code of the errors that refuse it. */
export const wrong = 'query Wrong { countries { nme } }';
