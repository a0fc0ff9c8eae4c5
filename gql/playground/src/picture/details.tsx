// What is known of a clicked node or line, its neighbours, and the sentences behind it.
import { useCallback, useState, type ReactNode } from 'react';
import type { GraphQLSchema } from 'graphql';
import { ClaimList } from '../answer/claims';
import { Failure } from '../answer/failure';
import { useLoaded } from '../answer/use-loaded';
import { claimsAbout, claimsAmong, claimsById, hasClaims, type Claim } from '../sources';
import { colourOf } from './colour';
import type { PictureEdge, PictureGraph, PictureNode } from './graph';
import { countNeighbours } from './neighbours';

interface NodeProps {
  node: PictureNode;
  schema: GraphQLSchema;
  expand: (field: string) => Promise<void>;
  close: () => void;
}

export function NodeDetails({ node, schema, expand, close }: NodeProps) {
  return (
    <Details title={node.name} close={close} kind={<><i style={{ background: colourOf(node.label) }} />{node.label}</>}>
      <Properties of={{ id: node.id, ...node.properties }} />
      {(node.label === 'Document' || node.label === 'Passage') && (
        <p>
          <a href={`documents/${encodeURIComponent(node.id.replace(/#s\d+$/, ''))}`}>Read the document →</a>
        </p>
      )}
      <Neighbours node={node} schema={schema} expand={expand} />
      <Sources schema={schema} load={useCallback(() => (node.label === 'Claim' ? claimsById([node.id]) : claimsAbout(schema, node)), [schema, node])} />
    </Details>
  );
}

interface EdgeProps {
  edge: PictureEdge;
  graph: PictureGraph;
  schema: GraphQLSchema;
  close: () => void;
}

export function EdgeDetails({ edge, graph, schema, close }: EdgeProps) {
  const name = (id: string) => graph.nodes.get(id)?.name ?? id;
  return (
    <Details title={`${name(edge.source)} → ${name(edge.target)}`} close={close} kind={edge.label}>
      <Properties of={edge.properties} />
      <Sources
        schema={schema}
        load={useCallback(() => (edge.claims.length ? claimsById(edge.claims) : claimsAmong([edge.source, edge.target])), [edge])}
      />
    </Details>
  );
}

function Details({ title, kind, close, children }: { title: string; kind: ReactNode; close: () => void; children: ReactNode }) {
  return (
    <aside className="details" aria-label={title} onKeyDown={(event) => event.key === 'Escape' && close()}>
      <header>
        <span className="details-kind">{kind}</span>
        <button type="button" className="details-close" onClick={close} aria-label="Close">×</button>
      </header>
      <h2>{title}</h2>
      {children}
    </aside>
  );
}

function Properties({ of }: { of: Record<string, unknown> }) {
  const entries = Object.entries(of).filter(([key, value]) => key !== 'name' && value !== null && value !== '' && !(Array.isArray(value) && !value.length));
  if (!entries.length) return null;
  return (
    <dl className="properties">
      {entries.map(([key, value]) => (
        <div key={key}>
          <dt>{key}</dt>
          <dd>{Array.isArray(value) ? value.join(', ') : String(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Neighbours({ node, schema, expand }: Pick<NodeProps, 'node' | 'schema' | 'expand'>) {
  const { value: relations, failure } = useLoaded(useCallback(() => countNeighbours(schema, node), [schema, node]));
  const [busy, setBusy] = useState<string>();
  if (failure) return <Failure message={failure} />;
  if (!relations?.length) return null;
  const add = async (field: string) => {
    setBusy(field);
    await expand(field);
    setBusy(undefined);
  };
  return (
    <section>
      <h3>Neighbours</h3>
      <div className="neighbours">
        {relations.map(({ field, count }) => (
          <button key={field} type="button" disabled={busy !== undefined} onClick={() => add(field)} title={`Add ${field} to the picture`}>
            + {field} <small>{count}</small>
          </button>
        ))}
      </div>
    </section>
  );
}

function Sources({ schema, load }: { schema: GraphQLSchema; load: () => Promise<Claim[]> }) {
  const { value: claims, failure } = useLoaded(hasClaims(schema) ? load : undefined);
  if (failure) return <Failure message={failure} />;
  if (!claims) return hasClaims(schema) ? <p>Looking for the sentences…</p> : null;
  return (
    <section>
      <h3>{claims.length ? 'Sources' : 'No sentence speaks of it'}</h3>
      <ClaimList claims={claims} />
    </section>
  );
}
