// The sentences that connect what an answer names, or that speak of the one thing it names.
import { useCallback } from 'react';
import type { GraphQLSchema } from 'graphql';
import { draw } from '../picture/draw';
import type { Run } from '../runs';
import { claimsAbout, claimsAmong, claimsById, type Claim } from '../sources';
import { ClaimList } from './claims';
import { Failure } from './failure';
import { useLoaded } from './use-loaded';

// As many ids as a question may reasonably carry.
const most = 300;

export function SourcesView({ run, schema }: { run: Run; schema: GraphQLSchema }) {
  const { value: claims, failure } = useLoaded(useCallback(() => sourcesOf(run, schema), [run, schema]));
  if (failure) return <Failure message={failure} />;
  if (!claims) return <p className="answer-note">Looking for the sentences…</p>;
  if (!claims.length) return <p className="answer-note">No sentence connects what this answer names.</p>;
  const documents = new Set(claims.map((claim) => claim.document?.id)).size;
  return (
    <div className="sources-view" tabIndex={0} role="region" aria-label="Sources">
      <div className="answer-bar">
        <span className="answer-bar-text">
          {claims.length} {claims.length === 1 ? 'claim' : 'claims'} in {documents} {documents === 1 ? 'document' : 'documents'} about what this answer names
        </span>
      </div>
      <ClaimList claims={claims} />
    </div>
  );
}

async function sourcesOf(run: Run, schema: GraphQLSchema): Promise<Claim[]> {
  const graph = await draw(run, schema);
  const nodes = [...graph.nodes.values()];
  const claims = nodes.filter((node) => node.label === 'Claim').map((node) => node.id);
  if (claims.length) return claimsById(claims.slice(0, most));
  const entities = nodes.filter((node) => node.label !== 'Document' && node.label !== 'Passage');
  if (!entities.length) return [];
  return entities.length === 1 ? claimsAbout(schema, entities[0]!) : claimsAmong(entities.slice(0, most).map((node) => node.id));
}
