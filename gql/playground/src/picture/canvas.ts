// The drawing itself: cytoscape with the fcose layout, its style, and what the picture asks of it.
import cytoscape, { type Core, type ElementDefinition, type StylesheetJson } from 'cytoscape';
import fcose from 'cytoscape-fcose';
import { colourOf } from './colour';
import type { PictureGraph } from './graph';

cytoscape.use(fcose);

const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;

export class Canvas {
  readonly cy: Core;

  constructor(host: HTMLElement, private readonly graph: PictureGraph, onSelect: (id: string | undefined) => void) {
    this.cy = cytoscape({ container: host, elements: elements(graph), style: style(host), minZoom: 0.1, maxZoom: 4, boxSelectionEnabled: false });
    this.cy.on('select', (event) => onSelect(event.target.id()));
    this.cy.on('unselect', () => onSelect(this.cy.$(':selected').first().id()));
    this.cy.on('dbltap', 'node', (event) => this.cy.animate({ center: { eles: event.target }, zoom: 1.4 }, { duration: calm ? 0 : 250 }));
    this.arrange();
  }

  destroy() {
    this.cy.destroy();
  }

  /** Reads the colours of the page again, after it turned light or dark. */
  restyle() {
    this.cy.style(style(this.cy.container()!));
  }

  arrange() {
    this.layout({ randomize: true, animate: false });
  }

  fit() {
    this.cy.animate({ fit: { eles: this.cy.elements(':visible'), padding: 40 } }, { duration: calm ? 0 : 250 });
  }

  select(id: string | undefined) {
    this.cy.$(':selected').unselect();
    if (!id) return;
    this.cy.getElementById(id).select();
  }

  /** Brings a node or line into view, once the page has made room for its details. */
  reveal(id: string | undefined) {
    this.cy.resize();
    if (id) this.cy.animate({ center: { eles: this.cy.getElementById(id) } }, { duration: calm ? 0 : 250 });
  }

  /** Hides the nodes of some labels, and their lines with them. */
  hide(labels: ReadonlySet<string>) {
    this.cy.batch(() => {
      for (const node of this.cy.nodes()) node.style('display', labels.has(node.data('label')) ? 'none' : 'element');
    });
  }

  /** Draws what the graph has gained around a node; what stood already stays where it was. */
  grow(id: string, neighbours: string[]) {
    const around = this.cy.getElementById(id).position();
    const fresh = elements(this.graph).filter(({ data }) => this.cy.getElementById(data.id!).empty());
    this.cy.add(fresh.map((each) => (each.group === 'nodes' ? { ...each, position: { ...around } } : each)));
    const fixed = this.cy.nodes().filter((node) => !fresh.some(({ data }) => data.id === node.id()));
    this.layout({
      randomize: false,
      animate: !calm,
      fixedNodeConstraint: fixed.map((node) => ({ nodeId: node.id(), position: { ...(node as cytoscape.NodeSingular).position() } })),
    });
    this.cy.nodes().removeClass('fresh');
    for (const each of neighbours) this.cy.getElementById(each).addClass('fresh');
  }

  png(): Promise<Blob> {
    return this.cy.png({ output: 'blob-promise', full: true, scale: 2, bg: token(this.cy.container()!, '--picture-ground') });
  }

  private layout(options: Record<string, unknown>) {
    this.cy.layout({
      name: 'fcose', quality: 'proof', nodeSeparation: 90, idealEdgeLength: 110, nodeRepulsion: 9000, padding: 40, animationDuration: 400,
      nodeDimensionsIncludeLabels: true, ...options,
    } as unknown as cytoscape.LayoutOptions).run();
  }
}

function elements(graph: PictureGraph): ElementDefinition[] {
  const degree = new Map<string, number>();
  for (const { source, target } of graph.edges.values()) {
    for (const end of [source, target]) degree.set(end, (degree.get(end) ?? 0) + 1);
  }
  return [
    ...[...graph.nodes.values()].map((node): ElementDefinition => ({
      group: 'nodes',
      data: { id: node.id, label: node.label, name: short(node.name), colour: colourOf(node.label), size: 26 + Math.min(26, 5 * Math.sqrt(degree.get(node.id) ?? 0)) },
    })),
    ...[...graph.edges.values()].map((edge): ElementDefinition => ({
      group: 'edges',
      data: { id: edge.id, source: edge.source, target: edge.target, name: edge.label },
    })),
  ];
}

function short(name: string): string {
  return [...name].length > 60 ? `${[...name].slice(0, 57).join('')}…` : name;
}

function token(host: HTMLElement, name: string): string {
  return getComputedStyle(host).getPropertyValue(name).trim();
}

function style(host: HTMLElement): StylesheetJson {
  const ink = token(host, '--picture-ink');
  const ground = token(host, '--picture-ground');
  const line = token(host, '--picture-line');
  const accent = token(host, '--concord-accent');
  return [
    {
      selector: 'node',
      style: {
        label: 'data(name)', 'background-color': 'data(colour)', width: 'data(size)', height: 'data(size)', color: ink, 'font-size': 12,
        'font-family': 'system-ui, sans-serif', 'text-valign': 'bottom', 'text-margin-y': 5, 'text-wrap': 'wrap', 'text-max-width': '130px',
        'text-background-color': ground, 'text-background-opacity': 0.75, 'text-background-padding': '2px', 'border-width': 2, 'border-color': ground,
      },
    },
    {
      selector: 'edge',
      style: {
        label: 'data(name)', width: 1.5, 'line-color': line, 'target-arrow-color': line, 'target-arrow-shape': 'triangle', 'arrow-scale': 0.8,
        'curve-style': 'bezier', 'font-size': 10, 'font-family': 'system-ui, sans-serif', color: ink, 'text-opacity': 0.75, 'text-rotation': 'autorotate',
        'text-background-color': ground, 'text-background-opacity': 0.85, 'text-background-padding': '1px', 'min-zoomed-font-size': 7,
      },
    },
    { selector: 'node.fresh', style: { 'border-color': accent, 'border-width': 2 } },
    { selector: 'node:selected', style: { 'border-color': accent, 'border-width': 5 } },
    { selector: 'edge:selected', style: { 'line-color': accent, 'target-arrow-color': accent, width: 3, 'text-opacity': 1 } },
    { selector: 'node:active', style: { 'overlay-opacity': 0.08 } },
  ];
}
