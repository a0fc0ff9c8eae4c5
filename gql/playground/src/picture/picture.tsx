// The picture: the answer drawn as a graph, with what can be done to it.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { GraphQLSchema } from 'graphql';
import { useGraphiQL } from '@graphiql/react';
import { Failure } from '../answer/failure';
import { useLoaded } from '../answer/use-loaded';
import type { Run } from '../runs';
import { Canvas } from './canvas';
import { colourOf } from './colour';
import { EdgeDetails, NodeDetails } from './details';
import { draw } from './draw';
import type { PictureGraph, PictureNode } from './graph';
import { addNeighbours } from './neighbours';
import { saveAs, toSVG } from './save';

export default function Picture({ run, schema }: { run: Run; schema: GraphQLSchema }) {
  const { value: graph, failure } = useLoaded(useCallback(() => draw(run, schema), [run, schema]));
  if (failure) return <Failure message={failure} />;
  if (!graph) return <p className="answer-note">Drawing…</p>;
  if (!graph.nodes.size) return <p className="answer-note">There is nothing to draw in this answer: it names no country, exercise or other thing with an id.</p>;
  return <Drawing graph={graph} schema={schema} />;
}

function Drawing({ graph, schema }: { graph: PictureGraph; schema: GraphQLSchema }) {
  const host = useRef<HTMLDivElement>(null);
  const canvas = useRef<Canvas>(null);
  const [selected, setSelected] = useState<string>();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [version, setVersion] = useState(0);
  const [failure, setFailure] = useState<string>();
  const theme = useGraphiQL((state) => state.theme);

  useEffect(() => {
    const drawn = new Canvas(host.current!, graph, setSelected);
    canvas.current = drawn;
    setSelected(undefined);
    return () => drawn.destroy();
  }, [graph]);
  useEffect(() => canvas.current?.restyle(), [theme, graph]);
  useEffect(() => canvas.current?.reveal(selected), [selected]);
  useEffect(() => canvas.current?.hide(hidden), [hidden, graph, version]);

  const counts = useMemo(() => countLabels(graph), [graph, version]);
  const node = selected ? graph.nodes.get(selected) : undefined;
  const edge = selected ? graph.edges.get(selected) : undefined;

  const select = (id: string | undefined) => canvas.current?.select(id);
  const expand = async (field: string) => {
    if (!node) return;
    setFailure(undefined);
    try {
      const ids = await addNeighbours(schema, graph, node, field);
      canvas.current?.grow(node.id, ids);
      setVersion((before) => before + 1);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  };
  const toggle = (label: string) => setHidden((before) => {
    const after = new Set(before);
    if (!after.delete(label)) after.add(label);
    return after;
  });

  return (
    <div className="picture">
      <div className="answer-bar">
        <fieldset className="legend">
          <legend>Show</legend>
          {counts.map(([label, count]) => (
            <label key={label}>
              <input type="checkbox" checked={!hidden.has(label)} onChange={() => toggle(label)} />
              <i style={{ background: colourOf(label) }} />
              {label} <small>{count}</small>
            </label>
          ))}
        </fieldset>
        <NodePicker graph={graph} version={version} selected={node?.id} select={select} />
        <button type="button" className="concord-button" onClick={() => canvas.current?.arrange()}>Arrange</button>
        <button type="button" className="concord-button" onClick={() => canvas.current?.fit()}>Fit</button>
        <button type="button" className="concord-button" onClick={async () => saveAs(await canvas.current!.png(), 'concord.png')}>PNG</button>
        <button type="button" className="concord-button" onClick={() => saveAs(toSVG(canvas.current!.cy), 'concord.svg')}>SVG</button>
      </div>
      <div className="picture-stage"><div className="picture-split">
        <div ref={host} className="picture-canvas" role="img" aria-label={`A graph of ${graph.nodes.size} nodes and ${graph.edges.size} relationships. The list “Go to” reaches each of them.`} />
        {failure && <Failure message={failure} />}
        {node && <NodeDetails key={node.id} node={node} schema={schema} expand={expand} close={() => select(undefined)} />}
        {edge && <EdgeDetails key={edge.id} edge={edge} graph={graph} schema={schema} close={() => select(undefined)} />}
        {!node && !edge && <p className="picture-hint">Click a node or a line for what is known of it and the sentences that say so.</p>}
      </div></div>
    </div>
  );
}

/** Every node by name: the way to them by keyboard. */
function NodePicker({ graph, version, selected, select }: { graph: PictureGraph; version: number; selected?: string; select: (id: string) => void }) {
  const nodes = useMemo(
    () => [...graph.nodes.values()].sort((a, b) => a.label.localeCompare(b.label) || a.name.localeCompare(b.name)),
    [graph, version],
  );
  return (
    <select className="picture-picker" aria-label="Go to" value={selected ?? ''} onChange={(event) => event.target.value && select(event.target.value)}>
      <option value="">Go to…</option>
      {groups(nodes).map(([label, group]) => (
        <optgroup key={label} label={label}>
          {group.map((node) => (
            <option key={node.id} value={node.id}>{node.name}</option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}

function groups(nodes: PictureNode[]): [string, PictureNode[]][] {
  const labels = [...new Set(nodes.map((node) => node.label))];
  return labels.map((label) => [label, nodes.filter((node) => node.label === label)]);
}

function countLabels(graph: PictureGraph): [string, number][] {
  const counts = new Map<string, number>();
  for (const { label } of graph.nodes.values()) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a.localeCompare(b));
}
