// The picture as files: PNG comes from the canvas, SVG is written here, from the same positions.
import type { Core, EdgeSingular, NodeSingular } from 'cytoscape';

const margin = 40;

/** The visible graph as an SVG 1.1 document: circles, lines, and text that stays text. */
export function toSVG(cy: Core): Blob {
  const visible = cy.elements(':visible');
  const box = visible.boundingBox({ includeLabels: true });
  const view = [box.x1 - margin, box.y1 - margin, box.w + 2 * margin, box.h + 2 * margin].map(round).join(' ');
  const ground = String(cy.nodes().first().style('border-color'));
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${view}" font-family="system-ui, sans-serif" text-anchor="middle">`,
    `<rect x="${round(box.x1 - margin)}" y="${round(box.y1 - margin)}" width="100%" height="100%" fill="${ground}"/>`,
    ...visible.edges().map(edge),
    ...visible.nodes().map(node),
    '</svg>',
  ];
  return new Blob([parts.join('\n')], { type: 'image/svg+xml' });
}

function edge(each: EdgeSingular): string {
  const [from, to, mid] = [each.sourceEndpoint(), each.targetEndpoint(), each.midpoint()];
  const colour = escape(each.style('line-color'));
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const head = [-0.45, 0.45].map((turn) => `${round(to.x - 9 * Math.cos(angle + turn))},${round(to.y - 9 * Math.sin(angle + turn))}`);
  // The curve through the middle that cytoscape drew: its control point lies twice as far out.
  const control = { x: 2 * mid.x - (from.x + to.x) / 2, y: 2 * mid.y - (from.y + to.y) / 2 };
  let turn = (angle * 180) / Math.PI;
  if (Math.abs(turn) > 90) turn += 180;
  return [
    `<path d="M${round(from.x)},${round(from.y)} Q${round(control.x)},${round(control.y)} ${round(to.x)},${round(to.y)}" fill="none" stroke="${colour}" stroke-width="1.5"/>`,
    `<path d="M${round(to.x)},${round(to.y)} L${head.join(' L')} Z" fill="${colour}"/>`,
    `<text x="${round(mid.x)}" y="${round(mid.y - 3)}" font-size="10" fill="${escape(each.style('color'))}" opacity=".75" transform="rotate(${round(turn)} ${round(mid.x)} ${round(mid.y)})">${escape(each.data('name'))}</text>`,
  ].join('');
}

function node(each: NodeSingular): string {
  const { x, y } = each.position();
  const radius = each.width() / 2;
  return [
    `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="${escape(each.data('colour'))}"><title>${escape(each.data('label'))}</title></circle>`,
    `<text x="${round(x)}" y="${round(y + radius + 16)}" font-size="12" fill="${escape(each.style('color'))}">${escape(each.data('name'))}</text>`,
  ].join('');
}

function round(n: number): string {
  return String(Math.round(n * 10) / 10);
}

function escape(text: unknown): string {
  return String(text).replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** Hands a file to the person, as a download. */
export function saveAs(file: Blob, name: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
